import {
  type IdentifierTerm,
  identifierKeys,
  patternsOf,
  type Tier,
  type WordTerm,
} from "#app/domain/search/query/terms.ts";
import type { Token } from "#app/language/analyse.ts";
import type { Identifier } from "#app/language/identifiers.ts";
import { STEM_LANGUAGES } from "#app/language/stem-languages.ts";
import type { Word } from "#app/language/word-forms.ts";

/**
 * How a text answers a term: the word exactly as typed, another spelling of it (script, marks, Ijekavian), another
 * form, a longer word that begins like it, another name of the same thing, a document number.
 */
// From the nearest to the farthest; a name by number and a synonym are no matter of distance.
export const vias = ["exact", "variant", "stem", "prefix", "synonym", "identifier"] as const;
export type Via = (typeof vias)[number];

/**
 * How a word or an identifier of a text matches a term, by the keys the full-text table is asked for; null where it
 * does not. Synonyms are no matter of single words: see `highlight`.
 */
export function howMatched(term: WordTerm | IdentifierTerm, found: Token | Identifier, tier: Tier): Via | null {
  if (term.kind === "word") return "word" in found ? wordInWord(term, found, tier) : wordInNames(term, found, tier);
  // What is written without hyphens and full stops is a word: "vera2r", "RAN".
  const names = "word" in found ? found.word.keys : namesOf(found);
  return identifierKeys(term, tier).some((key) => names.includes(key)) ? "identifier" : null;
}

/** All names of an identifier, squeezed. */
export function namesOf({ key, sameAs, bases }: Identifier): string[] {
  return [key, ...sameAs, ...bases];
}

/** How words matched terms, by tier: the same few are met in every text of a page. */
const known = new WeakMap<WordTerm, Map<Word, Via | null>[]>();

function wordInWord(term: WordTerm, { word }: Token, tier: Tier): Via | null {
  let tiers = known.get(term);
  if (tiers === undefined) {
    tiers = [];
    known.set(term, tiers);
  }
  tiers[tier] ??= new Map();
  const ways = tiers[tier];
  let way = ways.get(word);
  if (way === undefined) {
    way = wayOf(term, word, tier);
    ways.set(word, way);
  }
  return way;
}

function wayOf(term: WordTerm, word: Word, tier: Tier): Via | null {
  const { first, stems } = term.forms;
  if (term.exact === word.exact) return "exact";
  if (first === word.first || word.spellings.includes(first)) return "variant";
  const inStems = STEM_LANGUAGES.some((language) => stems[language]?.some((stem) => word.keys.includes(stem)));
  if (inStems) return "stem";
  return begins(term, word.keys, tier) ? "prefix" : null;
}

function wordInNames(term: WordTerm, found: Identifier, tier: Tier): Via | null {
  const names = namesOf(found);
  if (names.includes(term.forms.first)) return "identifier";
  return begins(term, names, tier) ? "prefix" : null;
}

function begins(term: WordTerm, keys: readonly string[], tier: Tier): boolean {
  if (tier === 1) return false;
  return patternsOf(term, tier).some(({ key, prefix }) => prefix && keys.some((other) => other.startsWith(key)));
}
