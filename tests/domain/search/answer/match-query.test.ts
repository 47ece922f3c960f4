import { describe, expect, test } from "vitest";
import { decodeDocument, encodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { documentWords } from "#app/domain/search/index/document-words.ts";
import { wordKeys } from "#app/domain/search/index/word-roles.ts";
import { searchTable } from "#tests/support/search-table.ts";

describe("words of a document", () => {
  test("are kept in order, each by its form and the languages it was read in", () => {
    const { names, title, body } = documentWords("Riješenja", "zakona, Zakona", "bs");
    expect([names, [...title], [...body]]).toEqual([["sr riješenja", "sr zakona"], [0], [1, 1]]);
  });

  test("are found by their keys", () => {
    expect(wordKeys("sr riješenja")).toEqual([
      ["riješenja", 0],
      ["resenja", 1],
      ["rijesenja", 2],
      ["sr:resenj", 3],
      ["sr:resenjA", 4],
    ]);
  });

  test("keep the numbers of documents that a text mentions apart", () => {
    const { names, body, bodyNumbers } = documentWords("", "CM/Rec(2006)2-rev", "de");
    expect(Array.from(body, (place) => names[place])).toEqual([" cm", " rec", " 2006", " 2", " rev"]);
    expect(Array.from(bodyNumbers, (place) => names[place])).toEqual([
      "# cmrec20062rev",
      "# rec20062rev",
      "# cmrec20062",
      "# rec20062",
    ]);
    expect(wordKeys("# rec20062")).toEqual([["rec20062", 5]]);
  });

  test("come back as they were stored", () => {
    const words = {
      title: [1, 127, 128],
      body: [16_383, 16_384, 2_097_151],
      titleNumbers: [],
      bodyNumbers: [2_000_000_000],
      own: [0],
    };
    expect(decodeDocument(encodeDocument(words))).toEqual(words);
  });
});

describe("matching", () => {
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
    expect(table.find("-uprava")).toEqual([1, 2, 3, 4]);
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

describe("ranking", () => {
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
    expect(marks.rank("žene")).toEqual([2, 1, 4, 3]);
  });
});
