import { analyse, type Token } from "#app/domain/search/analyse.ts";
import { synonymPhrases, tellingTerms } from "#app/domain/search/fts.ts";
import { findIdentifiers, type Identifier } from "#app/domain/search/identifiers.ts";
import type { Query } from "#app/domain/search/query.ts";
import { mergeRanges, type Range } from "#app/domain/search/ranges.ts";
import { identifierKeys, type Pattern, patternsOf, type Term, type Tier } from "#app/domain/search/terms.ts";
import type { Synonym } from "#app/domain/search/thesaurus.ts";

export type Highlights = {
  /** UTF-16 offsets into the text, in order, apart from each other, each beginning and ending between graphemes. */
  readonly ranges: readonly Range[];
  /** Synonyms that stand in this text in place of what was typed, as a reader knows them. */
  readonly synonyms: readonly string[];
};

type Analysed = { readonly tokens: readonly Token[]; readonly identifiers: readonly Identifier[] };

/**
 * What to mark in a text found by a query: the original letters of every word that matches, by the same keys the
 * full-text table is asked for, so "smestaj" marks "smještaja". Escaping is left to whoever shows it.
 */
export function highlight(text: string, query: Query, tier: Tier): Highlights {
  const analysed = { tokens: analyse(text), identifiers: findIdentifiers(text) };
  const telling = new Set(tellingTerms(query));
  const ranges: Range[] = [];
  const synonyms = new Set<string>();
  for (const clause of query.clauses) {
    const own = clause.terms.map((term) => (telling.has(term) ? termRanges(analysed, term, tier) : null));
    ranges.push(...own.flatMap((found) => found ?? []));
    const typed = own.every((found) => found === null || found.length > 0);
    for (const synonym of clause.synonyms) {
      const found = synonymRanges(analysed, synonym);
      ranges.push(...found);
      if (found.length > 0 && !typed) synonyms.add(synonym.label);
    }
  }
  return { ranges: mergeRanges(text, ranges), synonyms: [...synonyms] };
}

function termRanges(text: Analysed, term: Term, tier: Tier): Range[] {
  switch (term.kind) {
    case "word": {
      const matches = matcher(patternsOf(term, tier));
      return [
        ...text.tokens.filter((token) => token.keys.some(matches)).map(rangeOf),
        ...text.identifiers.filter((found) => namesOf(found).some(matches)).map(rangeOf),
      ];
    }
    case "phrase": {
      const words = term.words.map((word) => word.forms.first);
      if (tier === 3) return term.words.flatMap((word) => termRanges(text, word, tier));
      return phraseRanges(text, words);
    }
    case "identifier": {
      const keys = new Set(identifierKeys(term, tier));
      const named = text.identifiers.filter((found) => namesOf(found).some((name) => keys.has(name)));
      return [...named.map(rangeOf), ...phraseRanges(text, term.words)];
    }
  }
}

function synonymRanges(text: Analysed, { items }: Synonym): Range[] {
  const [only] = items;
  if (items.length === 1 && only?.kind === "identifier") return termRanges(text, only, 1);
  return synonymPhrases(items).flatMap((words) => phraseRanges(text, words));
}

/** Where words follow one another in any one lane of keys; a single word is also found by its other spellings. */
function phraseRanges({ tokens, identifiers }: Analysed, words: readonly string[]): Range[] {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    return [
      ...tokens.filter((token) => token.keys.includes(only)).map(rangeOf),
      ...identifiers.filter((found) => namesOf(found).includes(only)).map(rangeOf),
    ];
  }
  return tokens.flatMap((token, at) => {
    const follows = words.every((word, index) => tokens[at + index]?.lanes.includes(word));
    const last = tokens[at + words.length - 1];
    return follows && last !== undefined ? [[token.start, last.end] as const] : [];
  });
}

function matcher(patterns: readonly Pattern[]): (key: string) => boolean {
  const whole = new Set(patterns.map((pattern) => pattern.key));
  const beginnings = patterns.filter((pattern) => pattern.prefix).map((pattern) => pattern.key);
  return (key) => whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
}

function namesOf(found: Identifier): string[] {
  return [found.key, ...found.sameAs, ...found.bases];
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }): Range {
  return [start, end];
}
