import { describe, expect, test } from "vitest";
import { ftsExclusions, ftsMatch } from "#app/domain/search/fts.ts";
import { indexText } from "#app/domain/search/fts-text.ts";
import { ftsToken } from "#app/domain/search/fts-token.ts";
import { parseQuery } from "#app/domain/search/query.ts";
import { searchTable } from "./search-table.ts";

describe("indexText", () => {
  test("gives one exact token per word and the keys in lanes", () => {
    expect(indexText("Riješenja zakona", "bs")).toEqual({
      exact: "rijeq9tenja zakona",
      keys: "resenja zakona q00 srq1mresenj srq1mzakon q00 rijesenja q00 srq1mresenjq1t q00 srq1mzakonq1t",
      identifiers: "",
    });
  });

  test("gives identifiers apart and among the keys", () => {
    expect(indexText("CM/Rec(2006)2-rev", "de")).toEqual({
      exact: "cm rec 2006 2 rev",
      keys: "cm rec 2006 2 rev q00 cmrec20062rev q00 rec20062rev q00 cmrec20062 q00 rec20062",
      identifiers: "cmrec20062rev rec20062rev cmrec20062 rec20062",
    });
  });

  test("writes every character in letters and digits, never two alike", () => {
    const characters = [..."aq0zшћđ漢😀\0: \u{10FFFF}ԏԐ"];
    const tokens = characters.map(ftsToken);
    expect(tokens.filter((token) => !/^[a-z0-9]+$/.test(token))).toEqual([]);
    expect(new Set(tokens).size).toBe(characters.length);
  });
});

describe("ftsMatch", () => {
  test("quotes every term and names the columns", () => {
    expect(ftsMatch(parseQuery("sud"), 1)).toBe(
      '({title_keys body_keys} : ("sud" OR "srq1msud" OR "mkq1mnsud" OR "sq35q1mnsud" OR "sq35q1mvsud" OR "enq1msud")' +
        ' OR {title_exact body_exact} : "sud" OR identifiers : "sud")',
    );
  });

  test("is null where there is nothing to look for", () => {
    expect(["", "kind:need", "-sud", "🙂"].map((typed) => ftsMatch(parseQuery(typed), 1))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  const table = searchTable([
    { body: "zatvora i suda" },
    { body: "zatvor sud" },
    { body: "Zatvor. Šud" },
    { title: "Суд", body: "затвор" },
    { body: "zatvorska uprava" },
  ]);

  test("asks for all words, across title and body", () => {
    expect(table.find("zatvor sud")).toEqual([1, 2, 3, 4]);
  });

  test("honours phrases over marks and script, but not across words or fields", () => {
    expect(table.find('"zatvor sud"')).toEqual([2, 3]);
    expect(table.find('"затвор суд"')).toEqual([2, 3]);
    expect(table.find('"zatvora i suda"')).toEqual([1]);
    expect(table.find('"zatvor suda"')).toEqual([]);
    expect(table.find('"zatvor suda"', 2)).toEqual([]);
    expect(table.find('"zatvor suda"', 3)).toEqual([1, 2, 3, 4, 5]);
  });

  test("honours exclusions: what a word finds is what its exclusion leaves out", () => {
    expect(table.find("zatvor")).toEqual([1, 2, 3, 4]);
    expect(table.find("zatvor -suda")).toEqual([]);
    expect(table.find('zatvor -"zatvor sud"')).toEqual([1, 4]);
    expect(table.find("zatvor -uprava", 2)).toEqual([1, 2, 3, 4]);
    expect(table.find("zatvor -sud", 2)).toEqual([5]);
    expect(table.match(ftsExclusions(parseQuery("-uprava")) ?? "")).toEqual([5]);
  });

  test("widens by tiers: beginnings and two letters less, then any word", () => {
    const texts = searchTable([
      { body: "institucionalni okvir" },
      { body: "institut za mir" },
      { body: "okvir za obuku" },
    ]);
    expect([1, 2, 3].map((tier) => texts.find("instituc okvirno", tier as 1 | 2 | 3))).toEqual([[], [1], [1, 2, 3]]);
    // A beginning also finds words that have nothing to do with it, so it is no answer to what was asked.
    expect([1, 2].map((tier) => texts.find("instit", tier as 1 | 2))).toEqual([[], [1, 2]]);
    expect(texts.find("za nepostojeca", 3)).toEqual([]);
  });

  test("finds synonyms over script, ending and language, abbreviations only as written", () => {
    const texts = searchTable([
      { body: "Preporuke Savjeta Evrope" },
      { body: "СОВЕТ НА ЕВРОПА" },
      { body: "savjet za Evropu" },
      { body: "rana pomoć" },
      { body: "RAN papers" },
      { body: "СДНЕ" },
      { body: "P/CVE coordination" },
    ]);
    expect(texts.find("CoE")).toEqual([1, 2]);
    expect(texts.find("radicalisation awareness network")).toEqual([5]);
    expect(texts.find("violent extremist offenders")).toEqual([6]);
    expect(texts.find("preventing and countering violent extremism")).toEqual([7]);
  });
});

describe("rankingBands", () => {
  test("puts identifiers first, then the word as written, title, body, synonyms", () => {
    const table = searchTable([
      { body: "centru za socijalni rad" },
      { body: "csrovi" },
      { body: "o CSR-u i drugom, na dugačkoj stranici sa mnogo riječi" },
      { title: "Neki CSR", body: "kratko" },
      { identifier: "CSR", body: "bez riječi" },
    ]);
    // "csrovi" is a plural of the abbreviation.
    expect(table.rank("CSR")).toEqual([5, 4, 3, 2, 1]);
    const marks = searchTable([
      { title: "Zene", body: "zene zene" },
      { body: "O svemu drugom, pa i žene" },
      { body: "жене" },
      { title: "Жене" },
    ]);
    expect(marks.rank("žene")).toEqual([2, 4, 1, 3]);
  });
});
