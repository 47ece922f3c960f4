import { describe, expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { searchTable } from "#tests/support/search-table.ts";

describe("where no text has all the words", () => {
  test("more of them stand before one in the title", () => {
    const table = searchTable([
      { title: "Housing", body: "nothing of it" },
      { title: "Other", body: "housing after release with work" },
      { title: "Release", body: "work" },
    ]);
    expect(table.rank("housing release work nonexistent", 3)).toEqual([2, 3, 1]);
  });

  test("a longer query counts every word, however well few of them stand", () => {
    const words = Array.from({ length: 31 }, (_, at) => `r${at}q`);
    const few = words.slice(0, 15).join(" ");
    const table = searchTable([{ title: few, body: few }, { body: words.slice(0, 16).join(" ") }]);
    expect(table.rank(`${words.join(" ")} nonexistent`, 3)).toEqual([2, 1]);
  });

  test("words that only join others find nothing", () => {
    const table = searchTable([{ title: "This and that" }, { body: "prison" }, { title: "Dhe kështu" }]);
    expect(table.rank("prison and nonexistent", 3)).toEqual([2]);
    expect(table.rank("prison dhe nonexistent", 3)).toEqual([2]);
    expect(table.rank("and", 3)).toEqual([1]);
  });

  test("a number asked for still stands first", () => {
    const table = searchTable([{ body: "housing work release" }, { identifier: "REL-2020-K7Q4", body: "x" }]);
    expect(table.rank("REL-2020-K7Q4 housing work release", 3)).toEqual([2, 1]);
  });
});

test("AND between words asks for no third one", () => {
  const table = searchTable([{ body: "housing and work" }, { body: "work, housing" }]);
  expect(table.find("housing AND work")).toEqual([1, 2]);
  // Nor does the word, which only joins the others.
  expect(table.find("housing and work")).toEqual([1, 2]);
});

describe("spellings of one name", () => {
  const texts = ["a R.A.N. paper", "the RAN paper", "О.Е.Б.С. и други", "OEBS", "rastu", "R. A. N."];
  const table = searchTable(texts.map((body) => ({ body })));

  test.each([
    ["RAN", [1, 2]],
    ["R.A.N.", [1, 2, 6]],
    ["R.A.N", [1, 2, 6]],
    ["OEBS", [3, 4]],
    ["O.E.B.S.", [3, 4]],
  ])("with full stops or without: %s", (typed, found) => {
    expect(table.find(typed)).toEqual(found);
    for (const at of found) {
      expect(highlight(texts[at - 1] ?? "", parseQuery(typed), 1).ranges, texts[at - 1]).not.toEqual([]);
    }
  });

  test.each([
    ["elearning", [1, 2]],
    ["e-learning", [1, 2, 5]],
    ["prerelease", [3, 4]],
    ["pre-release", [3, 4, 6]],
    ["Pre‑Release", [3, 4, 6]],
  ])("with a hyphen or without: %s", (typed, found) => {
    const written = [
      "an e-learning course",
      "elearning",
      "Pre-release plans",
      "prerelease plans",
      "learning e",
      "release, pre",
    ];
    expect(searchTable(written.map((body) => ({ body }))).find(typed)).toEqual(found);
    for (const at of found) {
      expect(highlight(written[at - 1] ?? "", parseQuery(typed), 1).ranges, written[at - 1]).not.toEqual([]);
    }
  });

  test("a hyphen adds no synonym that is told", () => {
    expect(parseQuery("pre-release").clauses).toHaveLength(1);
    expect(parseQuery("pre release").clauses).toHaveLength(2);
  });
});
