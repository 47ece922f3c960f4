import { afterEach, beforeEach, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

it.each([
  ["by its shape", 422, { form: { title: "" } }],
  ["because it is no form", 400, { body: "{}", headers: { "content-type": "application/json" } }],
] as const)(
  "counts what is refused %s for the person who sends it, and for nobody else",
  async (_why, status, what) => {
    const got = new Set<number>();
    const at = paths.newRound();
    for (let sent = 0; sent < 31; sent++)
      got.add((await ask(target, "organiser", at, { method: "POST", ...what })).status);
    expect([...got]).toEqual([status, 429]);
    expect((await ask(target, "otherOrganiser", at, { method: "POST", ...what })).status).toBe(status);
  },
);
