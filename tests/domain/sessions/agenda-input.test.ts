import { expect, it } from "vitest";
import { lengthsForm } from "#app/domain/sessions/agenda-input.ts";
import { lengthField } from "#app/domain/sessions/agenda-lengths.ts";
import { MOST_ITEMS } from "#app/domain/sessions/agenda-limits.ts";

it("names the lengths that are wrong, but no more than an agenda may have", () => {
  const form = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [lengthField(`item${at}`), at % 2 ? "10" : "long"]));
  const wrong = (count: number) => lengthsForm.safeParse(form(count)).error?.issues.map(({ path }) => path[0]);
  expect(wrong(4)).toEqual([lengthField("item0"), lengthField("item2")]);
  expect(wrong(1900)?.length).toBe(MOST_ITEMS);
});

it("takes the lengths of an agenda that is longer", () => {
  const form = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [lengthField(`item${at}`), "10"]));
  expect(Object.keys(lengthsForm.parse(form).lengths).length).toBe(300);
});
