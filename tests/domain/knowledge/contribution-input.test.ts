import { expect, it } from "vitest";
import { contributionForm } from "#app/domain/knowledge/contribution-input.ts";

it("takes each link with its own relation or none, and passes over rows without a number", () => {
  const links = {
    linkNumber: ["", "rel-2026-bbbb", "REL-2026-CCCC", "REL-2026-DDDD"],
    linkRelation: ["addresses", "responds-to", "", "unheard-of"],
  };
  const form = { form: "full", kind: "practice", language: "en", title: "A plan", ...links };
  expect(contributionForm.parse(form).input.full?.links).toEqual([
    { number: "REL-2026-BBBB", relation: "responds-to" },
    { number: "REL-2026-CCCC", relation: null },
    { number: "REL-2026-DDDD", relation: null },
  ]);
});
