import { ekavian, exactForm, fold, foldMarks, macedonianSpelling, toLatin } from "#app/language/normalise.ts";
import { askedStemsOf, type StemLanguage, type Stems, stemsOf } from "#app/language/stem-languages.ts";
import { typicalOf } from "#app/language/typical-words.ts";

/** Longer "words" (Chinese paragraphs, Base64) are cut, so that no input makes the stemmers or the index slow. */
const LONGEST_WORD = 64;

/** What a word someone searches for is looked for by. */
export interface WordForms {
  /** The folded word. */
  readonly first: string;
  readonly stems: Stems;
}

/** A word of a text and everything it is found by. */
export type Word = WordForms & {
  /** NFC, lower case, digraph letters split; marks and script kept. */
  readonly exact: string;
  /** The folded word in other spellings: ѓ and ќ as gj and kj or the other way round, Ijekavian left in. */
  readonly spellings: readonly string[];
  /** The folded word, its other spellings and all stems; none twice. */
  readonly keys: readonly string[];
  /** The language it shows its neighbours to be in, or null. */
  readonly typicalOf: StemLanguage | null;
  /** What it is called in the index; see `wordName`. */
  readonly name: string;
};

/** Forms of a word in its exact form as someone asks for it; the same for every spelling of it. */
export function askedForms(exact: string): WordForms {
  const first = cut(fold(exact));
  return { first, stems: askedStemsOf(first) };
}

/**
 * A word of a text with its stems in some languages, or null where there is nothing to find it by.
 *
 * Words with ѓ or ќ, or gj or kj in Latin letters, are also keyed by the other spelling, words with "je" or "ije" also
 * as they are. Queries are not, so that all spellings of a query ask for exactly the same.
 */
export function readWord(surface: string, languages: readonly StemLanguage[]): Word | null {
  return readForm(exactForm(surface), languages);
}

/** What tells words of the index apart: their exact form, and the languages they were read in: "srmk kuća". */
export function wordName(exact: string, languages: readonly StemLanguage[]): string {
  return `${languages.join("")} ${exact}`;
}

/** `readWord` for a word whose exact form is known. */
export function readForm(exact: string, languages: readonly StemLanguage[]): Word | null {
  const unchanged = cut(foldMarks(exact));
  if (unchanged === "") return null;
  const first = ekavian(unchanged);
  // No Macedonian is romanised with ë or ç, and gj is a letter of Albanian.
  const possible = /[ëç]/.test(exact) ? languages.filter((language) => language !== "mk") : languages;
  const stems = stemsOf(first, toLatin(exact), possible);
  const respelled = possible.includes("mk") ? macedonianSpelling(exact) : null;
  const other = respelled === null ? first : cut(fold(respelled));
  const spellings = unchanged === first ? [] : [unchanged];
  if (other !== first && other !== unchanged) spellings.unshift(other);
  const keys = [first, ...spellings];
  for (const language of possible) addNew(keys, stems[language]);
  if (other !== first) {
    const otherStems = stemsOf(other, "", possible);
    for (const language of possible) addNew(keys, otherStems[language]);
  }
  return { first, stems, exact, spellings, keys, typicalOf: typicalOf(first), name: wordName(exact, languages) };
}

/** The key that stands for a word among the stems of a language, one per word, for phrases. */
export function primaryStem(word: WordForms, language: StemLanguage): string {
  return word.stems[language]?.[0] ?? word.first;
}

function addNew(keys: string[], stems: readonly string[] = []): void {
  for (const stem of stems) if (!keys.includes(stem)) keys.push(stem);
}

function cut(folded: string): string {
  return folded.length <= LONGEST_WORD ? folded : Array.from(folded).slice(0, LONGEST_WORD).join("");
}
