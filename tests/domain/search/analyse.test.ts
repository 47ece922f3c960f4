import { describe, expect, test } from "vitest";
import { analyse } from "#app/domain/search/analyse.ts";

describe("analyse", () => {
  test("gives a word with offsets, its form as written and all its keys", () => {
    expect(analyse("(Rješenja)")).toEqual([
      {
        start: 1,
        end: 9,
        surface: "Rješenja",
        exact: "rješenja",
        keys: ["resenja", "sr:resenj", "en:resenja", "rjesenja"],
        lanes: ["resenja", "sr:resenj", "en:resenja"],
      },
    ]);
  });

  test("undoes sibilants and gives both romanisations of Macedonian letters", () => {
    expect(analyse("предизвици ќерка").map((token) => token.keys)).toEqual([
      ["predizvici", "sr:predizvic", "sr:predizvik", "en:predizvici"],
      ["cerka", "sr:cerk", "en:cerka", "kerka", "sr:kerk", "en:kerka"],
    ]);
  });

  test.each([
    ["bs", ["otpusta", "sr:otpust"]],
    ["sr-Cyrl", ["otpusta", "sr:otpust"]],
    ["en", ["otpusta", "en:otpusta"]],
    ["sq", ["otpusta"]],
  ])("narrows the stems to those of %s", (locale, keys) => {
    expect(analyse("otpusta", locale).map((token) => token.keys)).toEqual([keys]);
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
    expect(tokens.map((token) => token.exact)).toEqual(exact);
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(tokens.map((token) => token.surface));
  });

  test("finds no word where there is none", () => {
    expect(["", " ", "?!„“", "🙂", "\u200D", "\u0301", "\u3164"].flatMap((text) => analyse(text))).toEqual([]);
  });
});
