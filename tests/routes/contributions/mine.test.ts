import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

it("tells who writes none what they can do, and nobody to begin what they may not", async () => {
  const told = async (who: "observer" | "consultant") => {
    const { body } = await ask(target, who, paths.myContributions());
    return [body.includes("A record begins with a kind"), body.includes("Observers read what the group shares")];
  };
  expect({ observer: await told("observer"), consultant: await told("consultant") }).toEqual({
    ...{ observer: [false, true], consultant: [true, false] },
  });
});
