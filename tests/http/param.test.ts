import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { param } from "#app/http/param.ts";

it("gives a part of the address", () => {
  expect(param({ params: { sessionId: "one", itemId: "two" } }, "itemId")).toBe("two");
});

it("finds nothing where the part is missing or empty", () => {
  expect(() => param({ params: { sessionId: "one" } }, "itemId")).toThrow(NotFound);
  expect(() => param({ params: { itemId: "" } }, "itemId")).toThrow(NotFound);
});

it("does not compile for a part that no address has", () => {
  // @ts-expect-error
  expect(() => param({ params: {} }, "sesionId")).toThrow(NotFound);
});
