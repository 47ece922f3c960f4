import fc from "fast-check";
import { expect, it } from "vitest";
import { indexText } from "#app/domain/search/fts-text.ts";
import { createIndexer } from "#app/domain/search/index-many.ts";

const words = [
  "smještaj",
  "Смештај",
  "CM/Rec(2010)1",
  "cm rec 2010 1",
  "P/CVE",
  "otpusta.",
  "(ѓавол)",
  "VERA-2R",
  "person’s",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...words, " ", "\n", "\u00a0", "\u200b", "-"), fc.string({ unit: "grapheme" })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(" "));

it("gives what indexing one text gives, also from memory", () => {
  const index = createIndexer();
  fc.assert(
    fc.property(text, (one) => {
      expect(index(one)).toEqual(indexText(one));
    }),
    { numRuns: 300 },
  );
  for (const one of words) expect(index(`${one} ${one}`)).toEqual(indexText(`${one} ${one}`));
});
