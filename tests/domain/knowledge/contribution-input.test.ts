import { expect, it } from "vitest";
import { messageOf } from "#app/domain/forms/message.ts";
import { contributionForm } from "#app/domain/knowledge/contribution-input.ts";

const form = { form: "full", kind: "practice", language: "en", title: "A plan" };

it("asks how a record is related for which no relation was chosen, at that field", () => {
  const links = { linkNumber: ["REL-2026-AAAA", "REL-2026-BBBB", ""], linkRelation: ["rests-on", "", "addresses"] };
  const { success, error } = contributionForm.safeParse({ ...form, ...links });
  expect(success).toBe(false);
  expect(error?.issues.map((issue) => [issue.path, messageOf(issue)])).toEqual([
    [["linkRelation"], { key: "knowledge.relationMissing", params: { number: "REL-2026-BBBB" } }],
  ]);
});

it("takes each link with its own relation, and passes over rows without a number", () => {
  const links = { linkNumber: ["", "rel-2026-bbbb"], linkRelation: ["", "responds-to"] };
  const { input } = contributionForm.parse({ ...form, ...links });
  expect(input.full?.links).toEqual([{ number: "REL-2026-BBBB", relation: "responds-to" }]);
});
