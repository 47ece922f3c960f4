import type { Query } from "#app/domain/search/query/query.ts";
import { letterCount, type WordTerm } from "#app/domain/search/query/terms.ts";
import { editDistance } from "#app/language/edit-distance.ts";
import { isJoiningWord } from "#app/language/joining-words.ts";

/** A word that was typed, and one that somebody may have meant. */
export interface Suggestion {
  /** Where it stands in the query, in UTF-16 code units. */
  start: number;
  end: number;
  text: string;
}

/** Where words of texts that a viewer sees are looked up. */
export interface SuggestionSource {
  /** Folded words, at least those within so many letters of one, with the words of the index that fold to them. */
  near(first: string, most: number): Iterable<readonly [key: string, words: readonly number[]]>;
  /** In how many texts that the viewer sees a word stands, as far as `most`. */
  visible(word: number, most: number): number;
  /** Words of the index by which a term is found in tier 1, and longer ones that begin with it. */
  wordsOf(term: WordTerm): Iterable<number>;
  /** Words as they stand in texts. */
  formsOf(words: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

/** Shorter words have too many neighbours, and are that of too many. */
const SHORTEST = 4;
/** From so many letters on two may be wrong. */
const LONG = 7;
/** Texts counted of one word at most. */
const MAX_TEXTS = 200;

/**
 * What may have been meant instead of words that stand in no text the viewer sees: the nearest word that does, of
 * equals the most frequent. Words of hidden texts count for nothing, so the answer is the same with and without them.
 */
export async function suggestWords(source: SuggestionSource, { clauses, text: typed }: Query): Promise<Suggestion[]> {
  const terms = clauses.flatMap(({ terms, synonyms }) => (synonyms.length > 0 ? [] : terms));
  const wanting = terms.flatMap((term) => {
    if (term.kind !== "word" || letterCount(term.forms.first) < SHORTEST) return [];
    if (isFilterName(typed, term) || stands(source, term)) return [];
    const nearest = nearestTo(source, term);
    return nearest === null ? [] : [{ term, nearest }];
  });
  const forms = await source.formsOf(wanting.flatMap(({ nearest }) => nearest.map(({ word }) => word)));
  return wanting.flatMap(({ term: { start, end, exact }, nearest }) => {
    const text = bestForm(nearest, forms, isCyrillic(exact));
    return text === null ? [] : [{ start, end, text }];
  });
}

/** The query with what was suggested in place of what was typed. */
export function withSuggestions(text: string, suggestions: readonly Suggestion[]): string {
  return [...suggestions]
    .sort((one, other) => other.start - one.start)
    .reduce((query, { start, end, text: word }) => query.slice(0, start) + word + query.slice(end), text);
}

/** Whether it was meant as the name of a filter, of which a note speaks. */
function isFilterName(typed: string, { end }: WordTerm): boolean {
  return /^:\S/u.test(typed.slice(end, end + 2));
}

function stands(source: SuggestionSource, term: WordTerm): boolean {
  for (const word of source.wordsOf(term)) if (source.visible(word, 1) > 0) return true;
  return false;
}

/** A word of the index, and in how many texts it stands. */
interface Counted {
  word: number;
  texts: number;
}

/** The words that fold to the nearest key. */
function nearestTo(source: SuggestionSource, { forms: { first } }: WordTerm): Counted[] | null {
  const most = first.length >= LONG ? 2 : 1;
  const near: { key: string; words: readonly number[]; distance: number }[] = [];
  for (const [key, words] of source.near(first, most)) {
    if (letterCount(key) < SHORTEST || isJoiningWord(key)) continue;
    const distance = editDistance(first, key, most);
    if (distance <= most) near.push({ key, words, distance });
  }
  near.sort((one, other) => one.distance - other.distance || (one.key < other.key ? -1 : 1));
  let best: { words: readonly number[]; distance: number; texts: number } | null = null;
  for (const { words, distance } of near) {
    if (best !== null && distance > best.distance) break;
    let texts = 0;
    for (const word of words) texts += source.visible(word, MAX_TEXTS - texts);
    if (texts > (best?.texts ?? 0)) best = { words, distance, texts };
  }
  return best?.words.map((word) => ({ word, texts: source.visible(word, MAX_TEXTS) })) ?? null;
}

/** The form in which most texts have it; in the script that was typed where there is one. */
function bestForm(words: readonly Counted[], forms: ReadonlyMap<number, string>, cyrillic: boolean): string | null {
  const found = words.flatMap(({ word, texts }) => {
    const form = forms.get(word);
    return form === undefined || texts === 0
      ? []
      : [{ form, texts, sameScript: Number(isCyrillic(form) === cyrillic) }];
  });
  found.sort(
    (one, other) => other.sameScript - one.sameScript || other.texts - one.texts || (one.form < other.form ? -1 : 1),
  );
  return found[0]?.form ?? null;
}

function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}
