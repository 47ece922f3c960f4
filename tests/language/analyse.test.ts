import { describe, expect, test } from "vitest";
import { analyse } from "#app/language/analyse.ts";
import { STEM_LANGUAGES } from "#app/language/stem-languages.ts";
import { readWord } from "#app/language/word-forms.ts";

const keysOf = (text: string, locale?: string) => analyse(text, locale).map(({ word }) => word.keys);

describe("analyse", () => {
  test("gives a word with offsets, its form as written and all its keys", () => {
    expect(analyse("(Rješenja)", "bs")).toEqual([
      {
        start: 1,
        end: 9,
        word: {
          exact: "rješenja",
          first: "resenja",
          spellings: ["rjesenja"],
          stems: { sr: ["sr:resenj", "sr:resenjA"] },
          keys: ["resenja", "rjesenja", "sr:resenj", "sr:resenjA"],
          typicalOf: null,
          name: "sr rješenja",
        },
      },
    ]);
  });

  test("gives both romanisations of Macedonian letters, each with its stems", () => {
    expect(keysOf("ќерка", "mk")).toEqual([["cerka", "kerka", "mk:ncerk", "mk:acerk", "mk:nkerk", "mk:akerk"]]);
    expect(keysOf("Gjorgji", "mk")[0]).toEqual(expect.arrayContaining(["gjorgji", "dordi"]));
  });

  test.each([
    ["bs", ["sr"]],
    ["hr", ["sr"]],
    ["sr-Cyrl", ["sr"]],
    ["cnr", ["sr"]],
    ["mk", ["mk"]],
    ["sq", ["sq"]],
    ["en", ["en"]],
    ["de", []],
    [undefined, ["sr", "mk", "sq", "en"]],
  ])("narrows the stems to those of %s", (locale, languages) => {
    expect(analyse("otpusta", locale).map(({ word }) => Object.keys(word.stems))).toEqual([languages]);
  });

  test("reads a title quoted in English as English too", () => {
    const english = (text: string) =>
      analyse(text, "bs")
        .filter(({ word }) => word.stems.en !== undefined)
        .map(({ start, end }) => text.slice(start, end));
    expect(english("Vidi Handbook on the Management of Prisoners.")).toEqual([
      "Vidi",
      "Handbook",
      "on",
      "the",
      "Management",
      "of",
      "Prisoners",
    ]);
    expect(english("Vidi preporuke o zatvorima, pa tek onda sve ostalo što smo rekli još Rules for Prisons")).toEqual(
      "tek onda sve ostalo što smo rekli još Rules for Prisons".split(" ").slice(3),
    );
  });

  test("reads a text in another language than it is said to be in that one too", () => {
    const languages = (text: string, locale: string) =>
      [...new Set(analyse(text, locale).flatMap(({ word }) => Object.keys(word.stems)))].sort();
    expect(languages("Osuđenici su radili na projektima", "en")).toEqual(["en", "sr"]);
    expect(languages("Осуђеници су радили на пројектима", "mk")).toEqual(["mk", "sr"]);
    expect(languages("Të burgosurit dhe familjet", "bs")).toEqual(["sq", "sr"]);
    expect(languages("Затворениците во затворот", "sr-Cyrl")).toEqual(["mk", "sr"]);
    expect(languages("Prisoners and their families", "en")).toEqual(["en"]);
  });

  test("keeps what it remembers of one language out of another", () => {
    expect(keysOf("vlade", "mk")).not.toEqual(keysOf("vlade", "bs"));
    expect(keysOf("vlade", "bs")).toEqual(keysOf("vlade", "hr"));
  });

  test.each([
    ["decomposed", "što žene".normalize("NFD"), ["što", "žene"]],
    ["ligatures", "ǅamija, ǉubav i ǋegoš", ["džamija", "ljubav", "i", "njegoš"]],
    ["zero-width joiners", "Nje\u200Dgoš i\u200C dalje", ["njegoš", "i", "dalje"]],
    ["soft hyphens", "za\u00ADtvor", ["zatvor"]],
    ["emoji", "👩‍👩‍👧 sud 🇧🇦🙂rad", ["sud", "rad"]],
    ["possessives", "prisoner's and prisoners’ rights", ["prisoner", "and", "prisoners", "rights"]],
  ])("keeps offsets into the text as given: %s", (_what, text, exact) => {
    const tokens = analyse(text);
    expect(tokens.map((token) => token.word.exact)).toEqual(exact);
    const read = tokens.map(({ start, end }) => readWord(text.slice(start, end), STEM_LANGUAGES)?.exact);
    expect(read).toEqual(exact);
  });

  test("finds no word where there is none", () => {
    expect(["", " ", "?!„“", "🙂", "\u200D", "\u0301", "\u3164"].flatMap((text) => analyse(text))).toEqual([]);
  });
});
