import fc from "fast-check";
import { expect, it } from "vitest";
import { mostChanges, type TextPart, wordDifferences } from "#app/views/contributions/word-differences.ts";

const shown = (before: string, after: string) =>
  wordDifferences(before, after)
    .map(({ text, change }) => (change === "same" ? text : change === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");
const without = (parts: readonly TextPart[], change: TextPart["change"]) =>
  parts.flatMap((part) => (part.change === change ? [] : part.text)).join("");

it("tells words apart in Latin and Cyrillic, whole ones and no letters of them", () => {
  expect(shown("A plan before release.", "A plan after release.")).toBe("A plan [-before-]{+after+} release.");
  expect(shown("План пре отпуста.", "План после отпуста.")).toBe("План [-пре-]{+после+} отпуста.");
  expect(shown("Lični plan šest sedmica.", "Lični plan osam sedmica.")).toBe("Lični plan [-šest-]{+osam+} sedmica.");
  expect(shown("Përgatitja e lirimit", "Përgatitja e hershme e lirimit")).toBe("Përgatitja e {+hershme e +}lirimit");
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
      const parts = wordDifferences(before, after);
      expect([without(parts, "added"), without(parts, "removed")]).toEqual([before, after]);
      expect(parts.every((part) => part.text !== "")).toBe(true);
      if (before === after) expect(parts.every(({ change }) => change === "same")).toBe(true);
    }),
  );
});

it("gives up on two long texts that share nothing, and says that all of it changed", () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(" ");
  const parts = wordDifferences(long("a"), long("b"));
  expect(parts.map(({ change }) => change)).toEqual(["removed", "added"]);
});

it("aligns less of each text, the more of them one page compares", () => {
  const text = (word: string) => Array.from({ length: 300 }, (_, at) => `${at % 2 ? word : "same"} ${at}`).join(" ");
  const piecesOf = (texts: number) => wordDifferences(text("a"), text("b"), mostChanges(texts)).length;
  expect(piecesOf(1)).toBeGreaterThan(100);
  expect(piecesOf(10)).toBe(2);
  // The work is the square of what may differ, for each text.
  expect(mostChanges(10) ** 2 * 10).toBeLessThanOrEqual(mostChanges(1) ** 2);
  expect(mostChanges(1)).toBeLessThan(1_000);
});
