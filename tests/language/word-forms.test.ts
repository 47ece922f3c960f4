import { describe, expect, test } from "vitest";
import { termsOf } from "#app/domain/search/query/terms.ts";
import { howMatched } from "#app/domain/search/results/how-matched.ts";
import { analyse } from "#app/language/analyse.ts";
import { cyrillic, latin, unmarked } from "#tests/bench/analyser/spellings.ts";
import { VOCABULARIES } from "#tests/bench/analyser/vocabularies.ts";
import type { Pair } from "#tests/language/stems/pairs.ts";

const shareMet = (pairs: readonly Pair[], locale: string | undefined, spell: (word: string) => string) =>
  pairs.filter(([asked, form]) => {
    const term = termsOf(spell(asked))[0];
    const token = analyse(form, locale)[0];
    return term !== undefined && token !== undefined && howMatched(term, token, 1) !== null;
  }).length / pairs.length;

// English has the stemmer of others.
const own = VOCABULARIES.filter(({ locale }) => locale !== "en");

describe.each(own)("words of $locale", ({ locale, together, apart }) => {
  const spellings = [(word: string) => word, unmarked, locale === "mk" ? latin : locale === "sq" ? unmarked : cyrillic];

  test("are found by their dictionary form in every spelling", () => {
    for (const spell of spellings) expect(shareMet(together, locale, spell)).toBeGreaterThanOrEqual(0.99);
  });

  test("are found where the language of the text is unknown", () => {
    expect(shareMet(together, undefined, (word) => word)).toBeGreaterThanOrEqual(0.99);
  });

  test("are not found by words that only look like theirs", () => {
    expect(shareMet(apart, locale, (word) => word)).toBeLessThanOrEqual(
      locale === "mk" || locale === "sq" ? 0.07 : 0.015,
    );
  });
});
