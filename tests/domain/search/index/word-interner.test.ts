import fc from "fast-check";
import { expect, test } from "vitest";
import { type DocumentWords, documentSections, documentWords } from "#app/domain/search/index/document-words.ts";
import { WordInterner } from "#app/domain/search/index/word-interner.ts";
import { ALBANIAN_FORMS } from "#tests/language/stems/albanian-pairs.ts";
import { MACEDONIAN_FORMS } from "#tests/language/stems/macedonian-pairs.ts";
import { TOGETHER } from "#tests/language/stems/serbo-croatian-pairs.ts";

const words = [...Object.values(TOGETHER).flat(), ...MACEDONIAN_FORMS, ...ALBANIAN_FORMS].flat();
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  fc.constantFrom(
    "the",
    "of",
    "koji",
    "deka",
    "dhe",
    "CM/Rec(2010)1",
    "prisoner's",
    "🙂",
    "Ǆ",
    "za\u00ADtvor",
    "_",
    "…",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(" "));
const locale = fc.constantFrom("bs", "sr-Cyrl", "mk", "sq", "en", "de", undefined);

function spelled(document: DocumentWords) {
  return documentSections.map((section) => Array.from(document[section], (place) => document.names[place]));
}

test("an interner that many texts share has for each what one of its own has", () => {
  const interner = new WordInterner();
  fc.assert(
    fc.property(text, text, locale, (title, body, language) => {
      expect(spelled(documentWords(title, body, language, ["rel2026k7q4"], interner))).toEqual(
        spelled(documentWords(title, body, language, ["rel2026k7q4"])),
      );
    }),
    { numRuns: 3000 },
  );
  expect(new Set(interner.names).size).toBe(interner.names.length);
});
