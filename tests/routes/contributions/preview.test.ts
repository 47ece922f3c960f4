import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const preview = (more: Record<string, string>) =>
  ask(target, "participant", paths.contributionPreview(), {
    form: {
      ...{ kind: "challenge", title: "Late notice", summary: "One sentence.", language: "en", form: "full" },
      ...{ attribution: "beneficiary", body: "Typed here.", _at: paths.newContribution(), ...more },
    },
  });

it("gives back what was typed where another window of the same form kept something meanwhile", async () => {
  expect((await preview({})).status).toBe(200);
  const { status, body } = await preview({ body: "Typed there." });
  expect(status).toBe(409);
  expect(body).toContain("Typed there.");
});

it("gives back what was typed where it holds what may not be kept", async () => {
  const { status, body } = await preview({ body: "Number 0101990170003.", _pending: "1" });
  expect(status).toBe(422);
  expect(body).toContain("Number 0101990170003.");
});

it("shows kind, title and what was chosen from lists, in words, as the record will show them", async () => {
  const chosen = { kind: "practice", evidenceStage: "3", phase: "pre-release", themes: "T01", targetGroups: "women" };
  const { status, body } = await preview({ ...chosen, _pending: "1", transferability: "ready" });
  expect(status).toBe(200);
  const page = parseHTML(body).document;
  const text = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim();
  expect([text("h1"), text(".kind-practice")]).toEqual(["Late notice", "Good practice"]);
  const facts = [...page.querySelectorAll("aside dt")].map((term) => [
    term.textContent,
    term.nextElementSibling?.textContent,
  ]);
  expect(facts).toEqual([
    ["Evidence", "Stage 3 of 5"],
    ["Transferability", "Ready to reuse"],
    ["Phase on the way out of prison", "Pre-release"],
    ["Themes", "Release"],
    ["Target groups", "Women"],
    ["Language of this text", "English"],
  ]);
});
