import type { Query } from "#app/domain/search/query/query.ts";
import { letterCount, type WordTerm } from "#app/domain/search/query/terms.ts";
import { editDistance } from "#app/language/edit-distance.ts";

/** A word that was typed, and one that somebody may have meant. */
export interface Suggestion {
  /** Where it stands in the query, in UTF-16 code units. */
  start: number;
  end: number;
  text: string;
}

/** Where words of texts that a reader sees are looked up. */
export interface SuggestionSource {
  /** Folded words, at least those within so many letters of one, with the words of the index that fold to them. */
  near(first: string, most: number): Iterable<readonly [key: string, words: readonly number[]]>;
  /** In how many texts that the reader sees a word stands, as far as `most`. */
  visible(word: number, most: number): number | Promise<number>;
  /** Words of the index by which a term is found in tier 1, and longer ones that begin with it. */
  wordsOf(term: WordTerm): Iterable<number> | Promise<Iterable<number>>;
  /** The word as it stands in texts. */
  formOf(word: number): string | Promise<string>;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** From so many letters on two may be wrong. */
const LONG = 7;
/** Texts counted of one word at most. */
const MOST_TEXTS = 200;

/**
 * What may have been meant instead of words that stand in no text the reader sees: the nearest word that does, of equals
 * the most frequent. Words of hidden texts count for nothing, so the answer is the same with and without them.
 */
export async function suggestWords(source: SuggestionSource, { clauses }: Query): Promise<Suggestion[]> {
  const suggestions: Suggestion[] = [];
  for (const { terms, synonyms } of clauses) {
    for (const term of terms) {
      if (term.kind !== "word" || synonyms.length > 0 || letterCount(term.forms.first) < SHORTEST) continue;
      if (await stands(source, await source.wordsOf(term))) continue;
      const text = await nearest(source, term);
      if (text !== null) suggestions.push({ start: term.start, end: term.end, text });
    }
  }
  return suggestions;
}

/** The query with what was suggested in place of what was typed. */
export function withSuggestions(text: string, suggestions: readonly Suggestion[]): string {
  return [...suggestions]
    .sort((one, other) => other.start - one.start)
    .reduce((query, { start, end, text: word }) => query.slice(0, start) + word + query.slice(end), text);
}

async function stands(source: SuggestionSource, words: Iterable<number>): Promise<boolean> {
  for (const word of words) if ((await source.visible(word, 1)) > 0) return true;
  return false;
}

async function nearest(source: SuggestionSource, { exact, forms }: WordTerm): Promise<string | null> {
  const { first } = forms;
  const most = first.length >= LONG ? 2 : 1;
  const near: { key: string; words: readonly number[]; distance: number }[] = [];
  for (const [key, words] of source.near(first, most)) {
    const distance = editDistance(first, key, most);
    if (distance <= most) near.push({ key, words, distance });
  }
  near.sort((one, other) => one.distance - other.distance || (one.key < other.key ? -1 : 1));
  let best: { words: readonly number[]; distance: number; texts: number } | null = null;
  for (const { words, distance } of near) {
    if (best !== null && distance > best.distance) break;
    let texts = 0;
    for (const word of words) texts += await source.visible(word, MOST_TEXTS - texts);
    if (texts > (best?.texts ?? 0)) best = { words, distance, texts };
  }
  return best === null ? null : formOf(source, best.words, /\p{Script=Cyrillic}/u.test(exact));
}

/** The form in which most texts have it; in the script that was typed where there is one. */
async function formOf(source: SuggestionSource, words: readonly number[], isCyrillic: boolean): Promise<string | null> {
  const forms: { form: string; texts: number; sameScript: number }[] = [];
  for (const word of words) {
    const texts = await source.visible(word, MOST_TEXTS);
    if (texts === 0) continue;
    const form = await source.formOf(word);
    forms.push({ form, texts, sameScript: Number(/\p{Script=Cyrillic}/u.test(form) === isCyrillic) });
  }
  forms.sort(
    (one, other) => other.sameScript - one.sameScript || other.texts - one.texts || (one.form < other.form ? -1 : 1),
  );
  return forms[0]?.form ?? null;
}
