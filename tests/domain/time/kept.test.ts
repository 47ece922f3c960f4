import { expect, it } from "vitest";
import { Kept } from "#app/domain/time/kept.ts";

it("makes a value once, keeps nothing of what throws, and starts again when it is full", () => {
  const kept = new Kept<boolean>(2);
  const made: string[] = [];
  const get = (key: string) => kept.get(key, () => made.push(key) > 0 && key !== "no");
  expect([get("a"), get("a"), get("no"), get("no")]).toEqual([true, true, false, false]);
  expect(made).toEqual(["a", "no"]);
  expect(() =>
    kept.get("b", () => {
      throw new RangeError("b");
    }),
  ).toThrow("b");
  expect([get("b"), get("a"), made]).toEqual([true, true, ["a", "no", "b", "a"]]);
});
