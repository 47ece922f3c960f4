import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";
import { findIdentifiers } from "#app/language/identifiers.ts";

const LENGTH = 60;
const words = ["VEP", "plan", "otpust", "a/a", "smještaj", "release", "plans", "i", "CM/Rec(2010)1", "x", "\n"];
const text = fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((all) => all.join(" "));
const typed = fc.constantFrom("VEP", "a/a", "plan otpust", '"release plans"', "cm rec 2010 1", "VEP release plan", "x");

test("what is shown of a text is marked as if all of it had been", () => {
  fc.assert(
    fc.property(text, typed, fc.constantFrom<Tier>(1, 2, 3), (whole, query, tier) => {
      const all = highlight(whole, parseQuery(query), tier, "bs");
      const near = highlight(whole, parseQuery(query), tier, "bs", LENGTH);
      expect(snippet(whole, near.ranges, LENGTH)).toEqual(snippet(whole, all.ranges, LENGTH));
      expect(near.synonyms).toEqual(all.synonyms);
      expect(new Set(near.matches.map((match) => match.typed))).toEqual(new Set(all.matches.map((one) => one.typed)));
    }),
  );
});

test.each(["VEP ", "a/a "])("of %s five thousand times no more is marked than is shown", (word) => {
  const { matches } = highlight(word.repeat(4990), parseQuery(word), 1, "en", LENGTH);
  expect(matches.length).toBeGreaterThan(0);
  expect(matches.length).toBeLessThanOrEqual(LENGTH);
});

test("reading numbers costs by the length of the text, however many it has", () => {
  const cost = (times: number) => {
    const many = "a/a ".repeat(times);
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      expect(findIdentifiers(many)).toHaveLength(times);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  cost(500);
  // In proportion twenty times as much; compared with one another, four hundred times and more.
  expect(cost(20_000)).toBeLessThan(250 * cost(1000));
});
