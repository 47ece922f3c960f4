import { describe, expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import cases from "#tests/domain/search/cases.json";
import { searchTable } from "#tests/support/search-table.ts";

describe("pairs of query and text", () => {
  test("are all there", () => {
    expect(cases.length).toBe(46);
  });

  for (const { id, group, query, text, must } of cases) {
    test(`${id} ${group}: ${query} / ${text} must ${must}`, () => {
      const table = searchTable([{ body: "nešto drugo" }, { body: text }, { title: text }]);
      expect(table.find(query)).toEqual(must === "match" ? [2, 3] : []);
      const marked = highlight(text, parseQuery(query), 1).ranges;
      expect(marked).toEqual(must === "match" ? [[0, text.length]] : []);
    });
  }
});

describe("further pairs of the same kinds", () => {
  const found: [query: string, text: string][] = [
    ["gradjevina", "građevina"],
    ["građevina", "градјевина"],
    ["Dakovacka", "Đakovačka"],
    ["mladji", "млађи"],
    ["odjel", "одел"],
    ["nedjelja", "недеља"],
    ["prisoners", "the prisoner's rights"],
    ["policy", "policies"],
    ["Ѓорѓи", "Gjorgji"],
    ["Đorđi", "Gjorgji"],
    ["ѓердан", "gjerdan"],
    ["fi", "ﬁ"],
    ["офис", "ofis"],
    ["Ljubljana", "ǈubǉana"],
    ["injekcija", "инјекција"],
    ["реинтеграция", "reintegracija"],
  ];
  test.each(found)("%s finds %s", (query, text) => {
    expect(searchTable([{ body: "nešto drugo" }, { body: text }]).find(query)).toEqual([2]);
  });

  const missed: [query: string, text: string][] = [
    ["data", "gjatë"],
    ["police", "poliklinika"],
    ["nov", "november"],
    ["2010", "20101"],
    ["12345", "1234567"],
  ];
  test.each(missed)("%s does not find %s", (query, text) => {
    expect(searchTable([{ body: text }, { body: "nešto drugo" }]).find(query)).toEqual([]);
  });
});
