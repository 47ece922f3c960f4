import { expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { type Tier, termsOf } from "#app/domain/search/query/terms.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { howMatched } from "#app/domain/search/results/how-matched.ts";
import { analyse } from "#app/language/analyse.ts";
import { findIdentifiers } from "#app/language/identifiers.ts";

function via(asked: string, text: string, tier: Tier = 1, locale?: string) {
  const term = termsOf(asked)[0];
  const found = findIdentifiers(text)[0] ?? analyse(text, locale)[0];
  if (term === undefined || found === undefined) throw new Error("Nothing to compare");
  return howMatched(term, found, tier);
}

test.each([
  ["zatvor", "Zatvor", "exact"],
  ["žena", "zena", "variant"],
  ["смештај", "smještaj", "variant"],
  ["ќерка", "kjerka", "variant"],
  ["preporuka", "preporukama", "stem"],
  ["doći", "došli", "stem"],
  ["предизвик", "предизвиците", "stem"],
  ["mbledh", "mblodhën", "stem"],
  ["prisoners", "prisoner's", "stem"],
  ["CM/Rec(2010)1", "Rec (2010) 1", "identifier"],
  ["vera2r", "VERA-2R", "identifier"],
  ["zatvor", "zatvorski", null],
  ["VERA-2R", "vera", null],
])("%s finds %s by %s", (asked, text, expected) => {
  expect(via(asked, text)).toBe(expected);
});

test("tells beginnings in wider tiers only", () => {
  expect(([1, 2, 3] as const).map((tier) => via("zatvor", "zatvorski", tier))).toEqual([null, "prefix", "prefix"]);
  expect(via("institucionalan", "institucije", 2)).toBe(null);
  expect(via("institucionalan", "institucionalizam", 2)).toBe("prefix");
  expect(via("okvirno", "okvirni", 2)).toBe("stem");
});

test("goes by the language of the text", () => {
  expect(via("mbledh", "mblodhën", 1, "bs")).toBe(null);
  expect(via("preporuka", "preporukama", 1, "sq")).toBe(null);
  expect(via("preporuka", "preporuka", 1, "sq")).toBe("exact");
});

test("is told for every part of a text that is marked", () => {
  const { matches } = highlight(
    "Preporuke Savjeta Evrope o žrtvama, CM/Rec(2010)1",
    parseQuery("preporuka CoE zrtvama cm rec 2010 1"),
    1,
  );
  expect(matches).toEqual([
    { typed: "preporuka", range: [0, 9], via: "stem" },
    { typed: "CoE", range: [10, 24], via: "synonym" },
    { typed: "zrtvama", range: [27, 34], via: "variant" },
    { typed: "cm rec 2010 1", range: [36, 49], via: "identifier" },
  ]);
});
