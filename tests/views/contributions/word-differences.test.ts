import fc from "fast-check";
import { expect, it } from "vitest";
import { type TextPart, wordDifferences } from "#app/views/contributions/word-differences.ts";

const shown = (before: string, after: string, tag = "en") =>
  wordDifferences(before, after, tag)
    .map(({ text, change }) => (change === "same" ? text : change === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");
const without = (parts: readonly TextPart[], change: TextPart["change"]) =>
  parts.flatMap((part) => (part.change === change ? [] : part.text)).join("");

it("tells words apart in Latin and Cyrillic, whole ones and no letters of them", () => {
  expect(shown("A plan before release.", "A plan after release.")).toBe("A plan [-before-]{+after+} release.");
  expect(shown("План пре отпуста.", "План после отпуста.", "sr-Cyrl")).toBe("План [-пре-]{+после+} отпуста.");
  expect(shown("Lični plan šest sedmica.", "Lični plan osam sedmica.", "bs")).toBe(
    "Lični plan [-šest-]{+osam+} sedmica.",
  );
  expect(shown("Përgatitja e lirimit", "Përgatitja e hershme e lirimit", "sq")).toBe(
    "Përgatitja e {+hershme e +}lirimit",
  );
});

it("takes words that changed beside each other together, and keeps paragraphs apart", () => {
  expect(shown("one two three four", "one 2 3 four")).toBe("one [-two three-]{+2 3+} four");
  expect(shown("one\ntwo", "1\n2")).toBe("[-one-]{+1+}\n[-two-]{+2+}");
});

it("gives back both texts, whatever they are", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "б", "č", " ", "\n", ".", "word", "реч", "́", "👩‍🏫"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifferences(before, after, "sr-Cyrl");
      expect([without(parts, "added"), without(parts, "removed")]).toEqual([before, after]);
      expect(parts.every((part) => part.text !== "")).toBe(true);
      if (before === after) expect(parts.every(({ change }) => change === "same")).toBe(true);
    }),
  );
});

it("gives up on two long texts that share nothing, and says that all of it changed", () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(" ");
  const parts = wordDifferences(long("a"), long("b"), "en");
  expect(parts.map(({ change }) => change)).toEqual(["removed", "added"]);
});
