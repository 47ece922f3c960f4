import fc from "fast-check";
import { expect, test } from "vitest";
import { Documents } from "#app/domain/search/answer/documents.ts";
import { phraseBits, phraseInText, phraseOf } from "#app/domain/search/answer/phrase.ts";
import { encodeDocument } from "#app/domain/search/index/document-bytes.ts";

// Numbers that share bytes with each other and with the counts between the sections, of one to three bytes.
const word = fc.constantFrom(1, 2, 3, 128, 129, 130, 257, 258, 16_385, 16_386, 33_025);
const text = (most: number) => fc.array(word, { maxLength: most });
const document = fc.record({
  title: text(4),
  body: text(12),
  titleNumbers: fc.oneof(fc.constant([]), text(2)),
  bodyNumbers: fc.oneof(fc.constant([]), text(2)),
  own: fc.oneof(fc.constant([]), text(2)),
});
const place = fc
  .uniqueArray(word, { minLength: 1, maxLength: 4 })
  .chain((near) => fc.subarray(near).map((exact) => ({ near: new Set(near), exact: new Set(exact) })));

/** What matters of where a phrase stands: whether it does, in the title first, and letter by letter. */
function told(where: number): string {
  if ((where & (phraseBits.title | phraseBits.body)) === 0) return "nowhere";
  return `${where & phraseBits.title ? "title" : "body"} ${where & phraseBits.exact ? "exact" : ""}`;
}

test("finds a phrase in the bytes of documents where their words have it", () => {
  const stood = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 4 }),
      fc.array(place, { minLength: 2, maxLength: 3 }),
      fc.boolean(),
      (written, places, asksExact) => {
        const documents = new Documents();
        for (const [at, words] of written.entries()) documents.add(at + 1, at, "sr", encodeDocument(words));
        const phrase = phraseOf(
          places.map(({ near }) => near),
          asksExact ? places.map(({ exact }) => exact) : null,
        );
        for (const [at, { title, body }] of written.entries()) {
          let where = 0;
          for (const first of places[0]!.near) where |= documents.phraseIn(at, phrase, first);
          expect(told(where)).toBe(told(phraseInText(phrase, title, body)));
          stood.add(told(where));
        }
      },
    ),
    { numRuns: 5000 },
  );
  expect([...stood].sort()).toEqual(["body ", "body exact", "nowhere", "title ", "title exact"]);
});
