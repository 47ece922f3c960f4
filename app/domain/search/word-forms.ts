import { fold, foldMarks, macedonianSpelling } from "#app/domain/search/normalise.ts";
import { englishStem, serbianStem, withoutSibilant } from "#app/domain/search/stem.ts";

/** Longer "words" (Chinese paragraphs, Base64) are cut, so that no input makes the stemmers or the index slow. */
const LONGEST_WORD = 64;

/**
 * What a word is found by. Stems carry the name of their language ("sr:", "en:"), so that a stem is never mistaken
 * for a word as written; a colon cannot occur in a word.
 */
export type WordForms = {
  /** The folded word. */
  readonly first: string;
  /** Serbian stem with its mark. */
  readonly serbian: string;
  /** English stem with its mark. */
  readonly english: string;
  /** Serbian stem with the sibilant undone, marked; null where there is none. */
  readonly sibilant: string | null;
};

/** Forms of a word in its exact form; the same for every spelling of it. */
export function formsOf(exact: string): WordForms {
  const first = cut(fold(exact));
  const stem = serbianStem(first);
  const velar = withoutSibilant(stem);
  return {
    first,
    serbian: `sr:${stem}`,
    english: `en:${englishStem(first)}`,
    sibilant: velar === null ? null : `sr:${velar}`,
  };
}

/** Forms by the other romanisation of Macedonian ѓ and ќ, or null. Only texts get them; see `analyse`. */
export function romanisedForms(exact: string): WordForms | null {
  const spelling = macedonianSpelling(exact);
  return spelling === null ? null : formsOf(spelling);
}

/** The folded word before Ijekavian becomes Ekavian, so that the beginning of such a word finds it. Only for texts. */
export function unchangedForm(exact: string): string {
  return cut(foldMarks(exact));
}

/** The stem without the name of its language. */
export function bareStem(stem: string): string {
  return stem.slice(stem.indexOf(":") + 1);
}

function cut(folded: string): string {
  return folded.length <= LONGEST_WORD ? folded : Array.from(folded).slice(0, LONGEST_WORD).join("");
}
