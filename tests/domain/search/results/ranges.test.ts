import { expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { graphemeBoundary, mergeRanges } from "#app/domain/search/results/ranges.ts";

test("ranges come in order, and those that touch or overlap become one", () => {
  const ranges = [
    [8, 9],
    [0, 2],
    [1, 3],
    [3, 4],
    [5, 6],
  ] as const;
  expect(mergeRanges("abcdefghij", ranges)).toEqual([
    [0, 4],
    [5, 6],
    [8, 9],
  ]);
});

test("ranges are widened to whole graphemes at both ends", () => {
  expect(mergeRanges("xe\u0301y", [[1, 2]])).toEqual([[1, 3]]);
  expect(mergeRanges("xe\u0301y", [[2, 4]])).toEqual([[1, 4]]);
  expect(mergeRanges("👩‍👧x", [[2, 3]])).toEqual([[0, 5]]);
});

test("a word in the middle of a grapheme is marked with all of it", () => {
  expect(highlight("a \u06007 b", parseQuery("7"), 1).ranges).toEqual([[2, 4]]);
});

test("a boundary never lies behind the offset asked for", () => {
  expect([0, 1, 2, 3, 9].map((offset) => graphemeBoundary("xe\u0301y", offset))).toEqual([0, 1, 1, 3, 4]);
});
