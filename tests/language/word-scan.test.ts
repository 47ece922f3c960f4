import fc from "fast-check";
import { expect, test } from "vitest";
import { eachWord, hashOfWord } from "#app/language/word-scan.ts";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{DI}]*(?:['’][sS](?![\p{L}\p{N}\p{M}]))?/gu;

/**
 * Letters of several scripts, marks, ignorable characters, apostrophes, halves and wholes of characters beyond 65,535.
 */
const piece = fc.oneof(
  fc.constantFrom(
    ..."abzšĐђЖёß7٣'’sS .-_\u0301\u034F\u200D\u00AD\uFE0F\u3164\uD83D\uDE42",
    "🙂",
    "𝐀",
    "𞤀",
    "\u{E0061}",
    "'s",
    "’S",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));

test("takes words as the regular expression does, with the hash of what they are", () => {
  fc.assert(
    fc.property(text, (written) => {
      const found: [number, number][] = [];
      eachWord(written, (start, end, hash) => {
        found.push([start, end]);
        expect(hash).toBe(hashOfWord(written, start, end));
        // Whoever is told of a word may look for others.
        eachWord("𝐀 b", () => undefined);
      });
      expect(found).toEqual([...written.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]));
    }),
    { numRuns: 20_000 },
  );
});

test("tells words apart by their hash", () => {
  const words = Array.from({ length: 50_000 }, (_, at) => `rijec${at.toString(36)}`);
  expect(new Set(words.map((word) => hashOfWord(word, 0, word.length))).size).toBeGreaterThan(49_900);
});
