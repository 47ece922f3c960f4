import { expect, it } from "vitest";
import {
  depthAt,
  firstStep,
  isFrozen,
  isIncomplete,
  isOpen,
  isReviewed,
  isSubmitted,
  isUnfinished,
  openStatuses,
  reviewSteps,
  submittedStatuses,
} from "#app/domain/access/contribution-status.ts";

const all = ["draft", "captured", "complete", "checked", "validated", "returned", "archived", "withdrawn"] as const;
const those = (ask: (status: string) => boolean) => all.filter(ask);

it("says of every state what it means", () => {
  expect(those(isSubmitted)).toEqual(["captured", "complete", "checked", "validated", "returned", "archived"]);
  expect(those(isOpen)).toEqual(["captured", "complete", "checked", "validated", "returned"]);
  expect(those(isFrozen)).toEqual(["archived", "withdrawn"]);
  expect(those(isUnfinished)).toEqual(["draft", "returned"]);
  expect(those(isIncomplete)).toEqual(["captured", "returned"]);
  expect(those(isReviewed)).toEqual(["checked", "validated"]);
  expect(submittedStatuses).toEqual(those(isSubmitted));
  expect(openStatuses).toEqual(those(isOpen));
});

it("keeps depth and first step together", () => {
  expect(firstStep("snapshot")).toBe("captured");
  expect(firstStep("full")).toBe("complete");
  expect(reviewSteps.map(depthAt)).toEqual(["snapshot", "full", "full", "full"]);
});
