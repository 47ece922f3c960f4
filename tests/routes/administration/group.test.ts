import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

it.each([paths.adminGroup("new"), paths.adminBeneficiary("new")])(
  "says on %s what the place in lists is",
  async (at) => {
    const { body } = await ask(target, "administrator", at);
    expect(body).toContain("Lists follow these numbers, the smallest first.");
  },
);
