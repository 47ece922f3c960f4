import { describe, expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";

function marked(text: string, typed: string, tier: Tier = 1, locale?: string): string {
  const { ranges } = highlight(text, parseQuery(typed), tier, locale);
  return [...ranges]
    .reverse()
    .reduce((all, [start, end]) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, text);
}

describe("highlight", () => {
  test.each<[text: string, typed: string, expected: string]>([
    ["Traže smještaja više.", "smestaj", "Traže [smještaja] više."],
    ["Traže smještaja više.".normalize("NFD"), "smestaj", "Traže [smještaja] više.".normalize("NFD")],
    ["Смештај и смјештај", "smjestaj", "[Смештај] и [смјештај]"],
    ["zatvora i suda, zatvor sud", '"zatvor sud"', "zatvora i suda, [zatvor sud]"],
    ["Vidi CM/Rec (2010) 1, ne CM/Rec(2010)12.", "cm rec 2010 1", "Vidi [CM/Rec (2010) 1], ne CM/Rec(2010)12."],
    ["VERA-2R", "vera2r", "[VERA-2R]"],
    ["VERA-2R", "vera", "[VERA]-2R"],
    ["Preporuke Savjeta Evrope", "preporuka CoE", "[Preporuke] [Savjeta Evrope]"],
    ["rad -sud", "rad -sud", "[rad] -sud"],
    ["sud i sudbina", "sud i", "[sud] i sudbina"],
    ["🏳️‍🌈rad👩‍👩‍👧", "rad", "🏳️‍🌈[rad]👩‍👩‍👧"],
    ["rad\u200D\u0301 sud", "rad", "[rad\u200D\u0301] sud"],
    ["nothing here", "rad", "nothing here"],
  ])("%s / %s", (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  test("marks more in a wider tier", () => {
    expect([1, 2].map((tier) => marked("institucionalni okvir", "okvirno", tier as Tier))).toEqual([
      "institucionalni okvir",
      "institucionalni [okvir]",
    ]);
  });

  test.each([
    ["bs", "osuđenik", "Osuđenicima treba rad.", "[Osuđenicima] treba rad."],
    ["sr-Cyrl", "tužilac", "Предлог тужиоца је усвојен.", "Предлог [тужиоца] је усвојен."],
    ["hr", "doći", "Došli su svi.", "[Došli] su svi."],
    ["mk", "раката", "Со двете раце.", "Со двете [раце]."],
    ["sq", "mbledh", "Ata mblodhën fakte.", "Ata [mblodhën] fakte."],
    ["bs", "rule", "Vidi The Prison Rules.", "Vidi The Prison [Rules]."],
    ["bs", "data", "U gjatë nema ničega.", "U gjatë nema ničega."],
  ])("marks the inflected word in a text of %s: %s", (locale, typed, text, expected) => {
    expect(marked(text, typed, 1, locale)).toBe(expected);
  });

  test.each([
    ["CoE", "Советот на Европа", "mk"],
    ["CSR", "центрите за социјална работа", "mk"],
    ["SOP", "standardnim operativnim procedurama", "bs"],
    ["SOP", "standard operating procedures", "en"],
    ["otpust", "lirimin", "sq"],
  ])("finds for %s the synonym in %s, of %s", (typed, text, locale) => {
    expect(highlight(text, parseQuery(typed), 1, locale).synonyms).toHaveLength(1);
  });

  test("names synonyms only where what was typed is absent", () => {
    const query = parseQuery("risk and needs assessment");
    const typed = "risk and needs assessment";
    expect(highlight("Nova RNA i ПРП", query, 1)).toEqual({
      ranges: [
        [5, 8],
        [11, 14],
      ],
      synonyms: ["RNA", "ПРП"],
      matches: [
        { typed, range: [5, 8], via: "synonym" },
        { typed, range: [11, 14], via: "synonym" },
      ],
    });
    expect(highlight("risk and needs assessment (RNA)", query, 1).synonyms).toEqual([]);
  });
});

describe("snippet", () => {
  const text =
    "Prvi dio teksta govori o drugim stvarima. Zatim se traži smještaja za otpuštene osobe, a onda dalje o svemu.";
  const { ranges } = highlight(text, parseQuery("smestaj"), 1);

  test("cuts between words around the first hit and moves the ranges", () => {
    const cut = snippet(text, ranges, 50);
    expect(cut).toEqual({ text: "…se traži smještaja za otpuštene osobe, a onda…", ranges: [[10, 19]] });
    expect(cut.text.slice(10, 19)).toBe("smještaja");
  });

  test("leaves a short text whole, on one line", () => {
    expect(snippet("rad\ni sud", [[0, 3]], 50)).toEqual({ text: "rad i sud", ranges: [[0, 3]] });
  });

  test("begins at the beginning without hits", () => {
    expect(snippet(text, [], 30)).toEqual({ text: "Prvi dio teksta govori o…", ranges: [] });
  });

  test("ends at the end when the hit is there", () => {
    const last = text.indexOf("svemu");
    expect(snippet(text, [[last, last + 5]], 30)).toEqual({
      text: "…osobe, a onda dalje o svemu.",
      ranges: [[23, 28]],
    });
  });

  test("cuts a word longer than the room between graphemes", () => {
    const long = "ab\u0301".repeat(30);
    const cut = snippet(long, [[0, long.length]], 12);
    expect(cut).toEqual({ text: `${"ab\u0301".repeat(3)}a…`, ranges: [[0, 10]] });
  });
});
