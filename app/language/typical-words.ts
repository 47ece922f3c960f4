import type { StemLanguage } from "#app/language/stem-languages.ts";

/**
 * Frequent words of one language that are none of the others, folded: where they stand, a text is in that language,
 * whatever it is said to be in.
 */
const TYPICAL: Readonly<Record<StemLanguage, string>> = {
  sr: "su koji koje iz kao nije",
  mk: "vo deka koi gi bide",
  sq: "dhe per nga eshte qe jane nuk kjo ky",
  en: "the of and for from with by",
};

const LANGUAGES = new Map<string, StemLanguage>(
  (Object.entries(TYPICAL) as [StemLanguage, string][]).flatMap(([language, words]) =>
    words.split(" ").map((word) => [word, language] as const),
  ),
);

/** The language a folded word is typical of, or null. */
export function typicalOf(folded: string): StemLanguage | null {
  return LANGUAGES.get(folded) ?? null;
}
