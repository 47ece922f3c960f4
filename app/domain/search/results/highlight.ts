import type { Query } from "#app/domain/search/query/query.ts";
import { synonymPhrases } from "#app/domain/search/query/synonym-phrases.ts";
import {
  type IdentifierTerm,
  type Term,
  type Tier,
  tellingTerms,
  type WordTerm,
} from "#app/domain/search/query/terms.ts";
import type { Synonym } from "#app/domain/search/query/thesaurus.ts";
import { howMatched, namesOf, type Via } from "#app/domain/search/results/how-matched.ts";
import { mergeRanges, type Range } from "#app/domain/search/results/ranges.ts";
import { analyse, type Token } from "#app/language/analyse.ts";
import { findIdentifiers, type Identifier } from "#app/language/identifiers.ts";
import { STEM_LANGUAGES } from "#app/language/stem-languages.ts";
import { primaryStem, type Word } from "#app/language/word-forms.ts";

export interface Highlights {
  /** UTF-16 offsets into the text, in order, apart from each other, each beginning and ending between graphemes. */
  readonly ranges: readonly Range[];
  /** Synonyms that stand in this text in place of what was typed, as a viewer knows them. */
  readonly synonyms: readonly string[];
  /** What was found and how, in the order of the query. */
  readonly matches: readonly Matching[];
}

/** A part of the text that answers a term of the query, as typed. */
export interface Matching {
  readonly typed: string;
  readonly range: Range;
  readonly via: Via;
}

interface Analysed {
  readonly tokens: readonly Token[];
  readonly identifiers: readonly Identifier[];
}

/**
 * What to mark in a text found by a query: the original letters of every word that matches, by the same keys the
 * full-text table is asked for, so "smestaj" marks "smještaja". `locale` is the language the text was indexed with.
 * Escaping is left to whoever shows it.
 */
export function highlight(text: string, query: Query, tier: Tier, locale?: string): Highlights {
  const analysed = { tokens: analyse(text, locale), identifiers: findIdentifiers(text) };
  const telling = new Set(tellingTerms(query));
  const matches: Matching[] = [];
  const synonyms = new Set<string>();
  for (const clause of query.clauses) {
    const own = clause.terms.map((term) => (telling.has(term) ? matchesOf(analysed, term, tier) : null));
    matches.push(...own.flatMap((found) => found ?? []));
    const typed = own.every((found) => found === null || found.length > 0);
    for (const synonym of clause.synonyms) {
      const found = synonymRanges(analysed, synonym);
      const asked = clause.terms.map((term) => term.surface).join(" ");
      matches.push(...found.map((range): Matching => ({ typed: asked, range, via: "synonym" })));
      if (found.length > 0 && !typed) synonyms.add(synonym.label);
    }
  }
  const ranges = mergeRanges(
    text,
    matches.map(({ range }) => range),
  );
  return { ranges, synonyms: [...synonyms], matches: eachOnce(matches) };
}

/** The first of the matches of a term with the same part of the text. */
function eachOnce(matches: readonly Matching[]): Matching[] {
  const known = new Map<string, Matching>();
  for (const match of matches) {
    const name = `${match.range} ${match.typed}`;
    if (!known.has(name)) known.set(name, match);
  }
  return [...known.values()];
}

function matchesOf(text: Analysed, term: Term, tier: Tier): Matching[] {
  switch (term.kind) {
    case "word":
      return [...matchesIn(text.tokens, term, tier), ...matchesIn(text.identifiers, term, tier)];
    case "phrase": {
      if (tier === 3) return term.words.flatMap((word) => matchesOf(text, word, tier));
      return variants(
        term,
        phraseRanges(
          text,
          term.words.map((word) => word.forms.first),
        ),
      );
    }
    case "identifier":
      return [...matchesIn(text.identifiers, term, tier), ...variants(term, phraseRanges(text, term.words))];
  }
}

function matchesIn(parts: readonly (Token | Identifier)[], term: WordTerm | IdentifierTerm, tier: Tier): Matching[] {
  const matches: Matching[] = [];
  for (const part of parts) {
    const via = howMatched(term, part, tier);
    if (via !== null) matches.push({ typed: term.surface, range: rangeOf(part), via });
  }
  return matches;
}

function variants({ surface }: Term, ranges: readonly Range[]): Matching[] {
  return ranges.map((range) => ({ typed: surface, range, via: "variant" }));
}

function synonymRanges(text: Analysed, { items }: Synonym): Range[] {
  const [only] = items;
  if (items.length === 1 && only?.kind === "identifier") return matchesOf(text, only, 1).map(({ range }) => range);
  return synonymPhrases(items).flatMap((words) => phraseRanges(text, words));
}

/** Where words follow one another in any one language; a single word is also found by its other keys. */
function phraseRanges({ tokens, identifiers }: Analysed, words: readonly string[]): Range[] {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    return [
      ...tokens.filter((token) => token.word.keys.includes(only)).map(rangeOf),
      ...identifiers.filter((found) => namesOf(found).includes(only)).map(rangeOf),
    ];
  }
  return tokens.flatMap((token, at) => {
    const follows = words.every((word, index) => standsFor(tokens[at + index]?.word, word));
    const last = tokens[at + words.length - 1];
    return follows && last !== undefined ? [[token.start, last.end] as const] : [];
  });
}

function standsFor(word: Word | undefined, key: string): boolean {
  if (word === undefined) return false;
  return word.first === key || STEM_LANGUAGES.some((language) => primaryStem(word, language) === key);
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }): Range {
  return [start, end];
}
