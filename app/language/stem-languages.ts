import { stemmer as porter } from "@orama/stemmers/english";
import { albanianKeys } from "#app/language/stems/albanian.ts";
import { albanianQueryKeys, macedonianQueryKeys } from "#app/language/stems/dictionary-forms.ts";
import { ALBANIAN_FUNCTION_WORDS, MACEDONIAN_FUNCTION_WORDS } from "#app/language/stems/function-words.ts";
import { macedonianKeys } from "#app/language/stems/macedonian.ts";
import { serboCroatianKeys, serboCroatianQueryKeys } from "#app/language/stems/serbo-croatian.ts";

/** Languages with a stemmer, by the mark of their stems; sr serves Bosnian, Croatian, Montenegrin and Serbian. */
export const STEM_LANGUAGES = ["sr", "mk", "sq", "en"] as const;
export type StemLanguage = (typeof STEM_LANGUAGES)[number];

/**
 * Stems by language, the likeliest first, each with the mark of its language ("sr:zatvor"), so that none meet across.
 */
export type Stems = { readonly [Language in StemLanguage]?: readonly string[] };

/** Shorter words and stems would throw unrelated words together. */
const SHORTEST = 3;

/** The stemmers for texts in a language of content; all of them where it is unknown, none for other languages. */
export function stemLanguagesOf(locale: string | undefined): readonly StemLanguage[] {
  if (locale === undefined) return STEM_LANGUAGES;
  const language = locale.toLowerCase().replace(/[-_].*/, "");
  if (/^(?:bs|hr|cnr|sr|sh|me)$/.test(language)) return ["sr"];
  return STEM_LANGUAGES.filter((one) => one === language);
}

/**
 * Stems of a word of a text: of all readings it allows. `marked` is the word in Latin letters with its marks, which
 * rule some readings out. None for what is not written in a-z once folded, and none for function words.
 */
export function stemsOf(folded: string, marked: string, languages: readonly StemLanguage[]): Stems {
  return stemsBy(languages, folded, (language) => {
    switch (language) {
      case "sr":
        return serboCroatianKeys(folded, marked);
      case "mk":
        return MACEDONIAN_FUNCTION_WORDS.has(folded) ? [] : macedonianKeys(folded, marked);
      case "sq":
        return ALBANIAN_FUNCTION_WORDS.has(folded) ? [] : albanianKeys(folded, marked);
      case "en":
        return [englishStem(folded)];
    }
  });
}

/**
 * Stems of a word someone searches for, in every language: by the folded word alone, so that all spellings of it ask
 * for the same, and fewer than a text has, since people mostly type dictionary forms.
 */
export function askedStemsOf(folded: string): Stems {
  return stemsBy(STEM_LANGUAGES, folded, (language) => {
    switch (language) {
      case "sr":
        return serboCroatianQueryKeys(folded);
      case "mk":
        return macedonianQueryKeys(folded);
      case "sq":
        return albanianQueryKeys(folded);
      case "en":
        return [englishStem(folded)];
    }
  });
}

function stemsBy(
  languages: readonly StemLanguage[],
  folded: string,
  keys: (language: StemLanguage) => readonly string[],
): Stems {
  if (!/^[a-z]{2,}$/.test(folded)) return {};
  const stems: { [Language in StemLanguage]?: readonly string[] } = {};
  for (const language of languages) stems[language] = keys(language).map((key) => `${language}:${key}`);
  return stems;
}

function englishStem(folded: string): string {
  if (folded.length < SHORTEST) return folded;
  const stem = porter(folded);
  return stem.length < SHORTEST ? folded : stem;
}
