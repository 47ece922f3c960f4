import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";
import { analyse } from "#app/language/analyse.ts";
import { STEM_LANGUAGES } from "#app/language/stem-languages.ts";
import { readWord } from "#app/language/word-forms.ts";
import { searchTable } from "#tests/support/search-table.ts";

const RUNS = 5000;
const TIERS: readonly Tier[] = [1, 2, 3];

// biome-ignore format: samples in rows
const SAMPLES = [
  '"', "'", "“", "„", "(", ")", "*", "^", "+", "-", ":", "{", "}", "|", "\\", ";", "--", "/*", "\0", "\n", "\uD800", "\uDC00",
  " AND ", " OR ", " NOT ", " NEAR(", "title_keys:", "{body_keys} : ", "kind:", "-kind:", "lang:", "cites:", "foo:",
  "CM/Rec(2010)1", "P/CVE", "VERA-2R", "šta?", "rad", "суд", "смештај", "ќерка", "Këshilli", "VEP", "Savjet Evrope", "probacija",
  "ǅ", "ǉ", "\u200D", "\u200B", "\u00AD", "\u0301", "👩‍👩‍👧", "🇧🇦", "🙂", "漢字", "العربية", "ไทย", "हिन्दी", "한국어", "ﷺ", "½", "ﬁ", "İ", "ẞ", "ς",
  "constructor", "__proto__", "toString", "a'); DROP TABLE found; --", "x".repeat(300),
];

const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...SAMPLES) },
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constant(" "),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

/** Serbian Latin with marks, and the ways the same word is typed. */
const LETTERS = "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž".split(" ");
const CYRILLIC = new Map(
  LETTERS.map((letter, index) => [
    letter,
    "а б ц ч ћ д џ ђ е ф г х и ј к л љ м н њ о п р с ш т у в з ж".split(" ")[index] ?? "",
  ]),
);
const STEMS = [
  "zaštit",
  "preporu",
  "građevin",
  "rješenj",
  "smještaj",
  "čovjek",
  "mlađ",
  "vijeć",
  "žen",
  "otpušt",
  "džep",
];
const ENDINGS = ["", "a", "u", "e", "om", "ama", "ima", "ci", "ka", "i", "nje", "ski"];
const known = fc
  .tuple(fc.constantFrom(...STEMS), fc.constantFrom(...ENDINGS))
  .map(([stem, ending]) => spell(stem + ending));
const invented = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 9 });
const word = fc.oneof(known, invented);

/** A Latin word in letters, digraphs as one. */
function spell(latin: string): string[] {
  return latin.match(/dž|lj|nj|./gu) ?? [];
}

function spellings(words: readonly (readonly string[])[]): string[] {
  const latin = words.map((letters) => letters.join("")).join(" ");
  const bare = latin.normalize("NFD").replace(/\p{M}/gu, "");
  return [
    latin,
    latin.toUpperCase(),
    latin.normalize("NFD"),
    bare.replace(/đ/g, "dj"),
    bare.replace(/đ/g, "d"),
    words.map((letters) => letters.map((letter) => CYRILLIC.get(letter)).join("")).join(" "),
    latin.replace(/dž/g, "ǆ").replace(/lj/g, "ǉ").replace(/nj/g, "ǌ"),
  ];
}

describe("any input", () => {
  const table = searchTable([{ title: "rad i sud", body: "smještaj, CM/Rec(2010)1, P/CVE" }, { body: "x" }]);

  test("is a query that a wider tier finds more for", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const found = TIERS.map((tier) => table.find(typed, tier));
        expect(found[1]).toEqual(expect.arrayContaining(found[0] ?? []));
        expect(found[2]).toEqual(expect.arrayContaining(found[1] ?? []));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test("is a text whose words stand where they are said to stand, marked between graphemes", () => {
    const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
    fc.assert(
      fc.property(anyText, anyText, (text, typed) => {
        let before = 0;
        for (const token of analyse(text)) {
          expect(token.start).toBeGreaterThanOrEqual(before);
          expect(token.word).toMatchObject(readWord(text.slice(token.start, token.end), STEM_LANGUAGES) ?? {});
          before = token.end;
        }
        const { ranges } = highlight(text, parseQuery(typed), 1);
        const boundaries = new Set([...segmenter.segment(text)].map((segment) => segment.index).concat(text.length));
        let last = -1;
        for (const [start, end] of ranges) {
          expect([start > last, end > start, boundaries.has(start), boundaries.has(end)]).toEqual([
            true,
            true,
            true,
            true,
          ]);
          last = end;
        }
        const cut = snippet(text, ranges, 20);
        expect(cut.text.length).toBeLessThanOrEqual(20);
        for (const [start, end] of cut.ranges) expect(start >= 0 && end <= cut.text.length && start < end).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test("long input is quick", () => {
    const started = performance.now();
    const unlucky = ["a-", "rec ", "cm ", '"', "a/", "1 ", "isbn", "漢", "(", "10.1234/", "\u0301", "a", " "];
    for (const part of unlucky) {
      const text = part.repeat(20_000 / part.length);
      parseQuery(text);
      analyse(text);
      highlight(text, parseQuery("a rec isbn"), 3);
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("one query", () => {
  test("typed in Latin letters, without marks, in Cyrillic, composed or decomposed asks for the same", () => {
    const corpus = STEMS.flatMap((stem) => ENDINGS.map((ending) => spell(stem + ending)));
    const table = searchTable(corpus.flatMap((letters) => spellings([letters]).map((body) => ({ body }))));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom(...TIERS), (words, tier) => {
        const found = spellings(words).map((typed) => table.find(typed, tier));
        expect(found).toEqual(found.map(() => found[0]));
      }),
      { numRuns: 400 },
    );
  });

  test("marks something in every text it finds", () => {
    const texts = STEMS.flatMap((stem) => ENDINGS.map((ending) => `${stem}${ending} i CM/Rec(2010)1, Savjeta Evrope`));
    const table = searchTable(texts.map((body) => ({ body })));
    const typed = fc.oneof(
      word.map((letters) => letters.join("")),
      fc.constantFrom("CoE", '"i CM/Rec(2010)1"', "cm rec 2010 1"),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...TIERS), (query, tier) => {
        const found = table.find(query, tier);
        const parsed = parseQuery(query);
        const marked = texts.flatMap((text, index) =>
          highlight(text, parsed, tier).ranges.length > 0 ? [index + 1] : [],
        );
        expect(marked).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
