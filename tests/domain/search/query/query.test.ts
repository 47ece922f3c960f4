import { describe, expect, test } from "vitest";
import { addedSynonyms, MAX_LENGTH, MAX_WORDS, parseQuery, type Query } from "#app/domain/search/query/query.ts";
import type { Term } from "#app/domain/search/query/terms.ts";
import bs from "#content/messages/bs/searchNotes.json";
import en from "#content/messages/en/searchNotes.json";

function written(term: Term): string {
  if (term.kind === "phrase") return `"${term.words.map((word) => word.exact).join(" ")}"`;
  return term.kind === "identifier" ? `#${term.identifier.key}` : term.exact;
}

/** A query in short: its terms, what it leaves out, filters and notes. */
function short(query: Query) {
  return {
    terms: query.clauses.map((clause) => clause.terms.map(written).join("+")),
    excluded: query.excluded.map(written),
    filters: query.filters,
    notes: query.notes,
  };
}

describe("parseQuery", () => {
  test("reads words, phrases, exclusions, identifiers and filters", () => {
    const typed =
      'smještaj "radna grupa" -obuka -"stari zakon" -VERA-2R kind:practice,need theme:t05 Rec(2006)2 lang:sr-cyrl';
    expect(short(parseQuery(typed))).toEqual({
      terms: ["smještaj", "#rec20062", '"radna grupa"'],
      excluded: ["obuka", '"stari zakon"', "#vera2r"],
      filters: { kind: ["practice", "need"], theme: ["T05"], lang: ["sr-Cyrl"] },
      notes: [],
    });
  });

  test("takes every filter, quoted values and repetition", () => {
    const typed =
      'KIND:Need kind:need,challenge beneficiary:BA institution:"Zavod, Zenica" group:REL status:captured cites:CM/Rec(2010)1';
    expect(short(parseQuery(typed))).toEqual({
      terms: [],
      excluded: [],
      filters: {
        kind: ["need", "challenge"],
        beneficiary: ["ba"],
        institution: ["Zavod, Zenica"],
        group: ["REL"],
        status: ["captured"],
        cites: ["CM/Rec(2010)1"],
      },
      notes: [],
    });
  });

  test.each([
    [
      "tmea:zatvor",
      ["tmea", "zatvor"],
      [{ key: "searchNotes.unknownOperatorNear", params: { name: "tmea", near: "tema" } }],
    ],
    ["xyzzy:zatvor", ["xyzzy", "zatvor"], [{ key: "searchNotes.unknownOperator", params: { name: "xyzzy" } }]],
    ["kind: need", ["kind", "need"], [{ key: "searchNotes.emptyFilter", params: { name: "kind" } }]],
    ["rad -kind:need", ["rad"], [{ key: "searchNotes.negatedFilter", params: { name: "kind" } }]],
    ['"radna grupa', ["radna", "grupa"], [{ key: "searchNotes.unclosedQuote", params: {} }]],
    ["?! 🙂", [], [{ key: "searchNotes.noWords", params: {} }]],
    ["napomena: https://example.org 10:30", ["napomena", "https", "example", "org", "10", "30"], []],
    ["„radna grupa“ «drugi sud»", ['"radna grupa"', '"drugi sud"'], []],
    ["pre-release - rad --sud", ["pre+release", "rad", "sud"], []],
    ["rad OR sud NOT body_keys NEAR(a b)*", ["rad", "or", "sud", "not", "body", "keys", "near", "a", "b"], []],
    ["", [], []],
    ["  \u0000\u0007 ", [], []],
  ])("%s", (typed, terms, notes) => {
    expect(short(parseQuery(typed))).toEqual({ terms, excluded: [], filters: {}, notes });
  });

  test.each([
    ["vrsta:need Jezik:bs", { kind: ["need"], lang: ["bs"] }],
    ["ТЕМА:T05 language:sq sadrži:summary", { theme: ["T05"], lang: ["sq"], has: ["summary"] }],
    ["evidence:>=3", { evidence: [">=3"] }],
    ["evidence:3 evidence:>2", { evidence: ["3", ">=3"] }],
    ["evidence:<3 evidence:<=3 evidence:≥4", { evidence: ["<=2", "<=3", ">=4"] }],
    ["evidence:4..2,2-4,1+", { evidence: ["2..4", ">=1"] }],
    ["evidence:>5,7,x,>=9", { evidence: [">5", "7", "x", ">=9"] }],
    ["before:2020-11-04 after:4.11.2019.", { before: ["2020-11-04"], after: ["2019-11-04"] }],
    ['after:"4. studenog 2020" after:2020', { after: ["2020-11-04", "2020"] }],
    ["date:„4-6. Studenog 2020“ DATE:11/2020", { date: ["2020-11-04..2020-11-06", "2020-11"] }],
    ['date:31.2.2020 before:"next week"', { date: ["31.2.2020"], before: ["next week"] }],
    ["has:Translation,references has:attachment", { has: ["translation", "references", "attachment"] }],
    ['session:2026-11-04 session:"Bosna i Hercegovina"', { session: ["2026-11-04", "Bosna i Hercegovina"] }],
    ['round:"November round"', { round: ["November round"] }],
  ])("%s", (typed, filters) => {
    expect(short(parseQuery(typed))).toEqual({ terms: [], excluded: [], filters, notes: [] });
  });

  test("tells once what it has to tell, and takes no filter without a value", () => {
    expect(short(parseQuery('after:, before:"" -date:2020 -date:2021 foo:1 foo:2'))).toEqual({
      terms: ["foo", "1", "2"],
      excluded: [],
      filters: {},
      notes: [
        { key: "searchNotes.emptyFilter", params: { name: "after" } },
        { key: "searchNotes.emptyFilter", params: { name: "before" } },
        { key: "searchNotes.negatedFilter", params: { name: "date" } },
        { key: "searchNotes.unknownOperator", params: { name: "foo" } },
      ],
    });
    const { notes } = parseQuery(`${"x".repeat(200)}:y`);
    expect(notes).toEqual([{ key: "searchNotes.unknownOperator", params: { name: "x".repeat(40) } }]);
  });

  test("names a filter as it was typed", () => {
    expect(short(parseQuery("rad -vrsta:need Tema: jezik:,")).notes).toEqual([
      { key: "searchNotes.negatedFilter", params: { name: "vrsta" } },
      { key: "searchNotes.emptyFilter", params: { name: "tema" } },
      { key: "searchNotes.emptyFilter", params: { name: "jezik" } },
    ]);
  });

  test("leaves out an unknown operator as the words it is", () => {
    expect(short(parseQuery("rad -tmea:zatvor"))).toEqual({
      terms: ["rad"],
      excluded: ['"tmea zatvor"'],
      filters: {},
      notes: [{ key: "searchNotes.unknownOperatorNear", params: { name: "tmea", near: "tema" } }],
    });
  });

  test("tells when there are only exclusions", () => {
    expect(short(parseQuery("-obuka"))).toEqual({
      terms: [],
      excluded: ["obuka"],
      filters: {},
      notes: [{ key: "searchNotes.onlyExclusions", params: {} }],
    });
  });

  test("cuts what is too long and says so", () => {
    const long = parseQuery("a".repeat(10_000));
    expect(long.text.length).toBe(MAX_LENGTH);
    expect(long.notes).toEqual([{ key: "searchNotes.tooLong", params: { limit: MAX_LENGTH } }]);
    const many = parseQuery(Array.from({ length: 40 }, (_, index) => `r${index}`).join(" "));
    expect(many.clauses.length).toBe(MAX_WORDS);
    expect(many.notes).toEqual([{ key: "searchNotes.tooManyWords", params: { limit: MAX_WORDS } }]);
  });

  test("an identifier does not reach across what is no plain text", () => {
    expect(short(parseQuery("cm rec -foo 2010 1")).terms).toEqual(["cm", "rec", "2010", "1"]);
  });

  test("adds synonyms of the longest name, in any ending, and names them", () => {
    expect(addedSynonyms(parseQuery("Savjeta Evrope"))).toEqual([
      "CoE",
      "Council of Europe",
      "Vijeće Evrope",
      "Vijeće Europe",
      "Совет на Европа",
      "Këshilli i Evropës",
    ]);
    expect(short(parseQuery("nova risk and needs assessment")).terms).toEqual(["nova", "risk+and+needs+assessment"]);
    expect(addedSynonyms(parseQuery("risk and needs assessment"))).toEqual(["RNA", "ПРП", "VRN"]);
    expect(addedSynonyms(parseQuery("p/cve"))).toEqual(addedSynonyms(parseQuery("pcve")));
    expect(addedSynonyms(parseQuery("rana ranu risk -and needs assessment"))).toEqual([]);
    expect(addedSynonyms(parseQuery('"Council of Europe"'))).toEqual([]);
  });

  test("every note has its words in English and Bosnian, with the same gaps", () => {
    const gaps = (messages: Record<string, string>) =>
      Object.entries(messages).map(([key, message]) => [key, message.match(/\{\w+\}/g)]);
    expect(gaps(bs)).toEqual(gaps(en));
    const notes = ['a:b -kind:x kind: " ', "-x", "!", "a".repeat(2000), "a ".repeat(40)].flatMap(
      (q) => parseQuery(q).notes,
    );
    for (const note of notes) expect(Object.keys(en)).toContain(note.key.replace("searchNotes.", ""));
  });
});
