import { tellingTerms } from "#app/domain/search/query/light-words.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import { synonymPhrases } from "#app/domain/search/query/synonym-phrases.ts";
import type { IdentifierTerm, Term, Tier, WordTerm } from "#app/domain/search/query/terms.ts";
import type { Synonym } from "#app/domain/search/query/thesaurus.ts";
import { howMatched, namesOf, type Via } from "#app/domain/search/results/how-matched.ts";
import { mergeRanges, type Range } from "#app/domain/search/results/ranges.ts";
import { analyse, type Token } from "#app/language/analyse.ts";
import { findCompounds } from "#app/language/compounds.ts";
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
  /** What words of the text stand for in a phrase: most phrases asked for have a word that none does. */
  readonly standing: ReadonlySet<string>;
}

/**
 * What to mark in a text found by a query: the original letters of every word that matches, by the same keys the
 * index is asked for, so "smestaj" marks "smještaja". Escaping is left to whoever shows it.
 * @param locale the language the text was indexed with
 * @param reach how far behind the first match whoever asks will show the text, in UTF-16 code units: of what lies
 *   further on only the first match of each term is given, so that a text that repeats one word costs no more to mark
 *   than one that has it once
 */
export function highlight(
  text: string,
  query: Query,
  tier: Tier,
  locale?: string,
  reach = Number.POSITIVE_INFINITY,
): Highlights {
  const tokens = analyse(text, locale);
  const analysed = { tokens, identifiers: numbersIn(text), standing: standingIn(tokens) };
  const shown = new ShownPart(reach);
  const telling = new Set(tellingTerms(query));
  const matches: Matching[] = [];
  const synonyms = new Set<string>();
  for (const clause of query.clauses) {
    const own = clause.terms.map((term) => (telling.has(term) ? matchesOf(analysed, term, tier, shown) : null));
    matches.push(...own.flatMap((found) => found ?? []));
    const typed = own.every((found) => found === null || found.length > 0);
    for (const synonym of clause.synonyms) {
      const found = synonymRanges(analysed, synonym, shown);
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

/** The part of a text that will be shown: from its first match on, as far as these are known. */
class ShownPart {
  private readonly reach: number;
  private end = Number.POSITIVE_INFINITY;

  constructor(reach: number) {
    this.reach = reach;
  }

  /** Of what stands in the order of the text the first, and all else that begins in the part that is shown. */
  take<Found>(found: Iterable<Found>, startOf: (one: Found) => number): Found[] {
    const taken: Found[] = [];
    for (const one of found) {
      const start = startOf(one);
      if (taken.length > 0 && start > this.end) break;
      this.end = Math.min(this.end, start + this.reach);
      taken.push(one);
    }
    return taken;
  }

  matches(found: Iterable<Matching>): Matching[] {
    return this.take(found, ({ range: [start] }) => start);
  }

  ranges(found: Iterable<Range>): Range[] {
    return this.take(found, ([start]) => start);
  }
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

function matchesOf(text: Analysed, term: Term, tier: Tier, shown: ShownPart): Matching[] {
  switch (term.kind) {
    case "word":
      return [
        ...shown.matches(matchesIn(text.tokens, term, tier)),
        ...shown.matches(matchesIn(text.identifiers, term, tier)),
      ];
    case "phrase": {
      if (tier === 3) return term.words.flatMap((word) => matchesOf(text, word, tier, shown));
      const words = term.words.map((word) => word.forms.first);
      return variants(term, shownRanges(text, words, shown));
    }
    case "identifier":
      return [
        ...shown.matches(matchesIn(text.identifiers, term, tier)),
        ...shown.matches(matchesIn(text.tokens, term, tier)),
        ...variants(term, shownRanges(text, term.words, shown)),
      ];
  }
}

/** In the order of the text, like all that follow: whoever has seen enough asks no further. */
function* matchesIn(
  parts: readonly (Token | Identifier)[],
  term: WordTerm | IdentifierTerm,
  tier: Tier,
): Generator<Matching> {
  for (const part of parts) {
    const via = howMatched(term, part, tier);
    if (via !== null) yield { typed: term.surface, range: rangeOf(part), via };
  }
}

function variants({ surface }: Term, ranges: readonly Range[]): Matching[] {
  return ranges.map((range) => ({ typed: surface, range, via: "variant" }));
}

function synonymRanges(text: Analysed, { items }: Synonym, shown: ShownPart): Range[] {
  const [only] = items;
  if (items.length === 1 && only?.kind === "identifier") {
    return matchesOf(text, only, 1, shown).map(({ range }) => range);
  }
  return synonymPhrases(items).flatMap((words) => shownRanges(text, words, shown));
}

/** Where words follow one another in any one language; a single word is also found by its other keys. */
function* phraseRanges({ tokens, standing }: Analysed, words: readonly string[]): Generator<Range> {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    for (const token of tokens) if (token.word.keys.includes(only)) yield rangeOf(token);
    return;
  }
  if (words.some((word) => !standing.has(word))) return;
  for (const [at, token] of tokens.entries()) {
    const follows = words.every((word, index) => standsFor(tokens[at + index]?.word, word));
    const last = tokens[at + words.length - 1];
    if (follows && last !== undefined) yield [token.start, last.end];
  }
}

/** Where a number stands that a single word is. */
function* numberRanges({ identifiers }: Analysed, words: readonly string[]): Generator<Range> {
  const [only] = words;
  if (words.length !== 1 || only === undefined) return;
  for (const found of identifiers) if (namesOf(found).includes(only)) yield rangeOf(found);
}

/** Both of them, each in the order of the text. */
function shownRanges(text: Analysed, words: readonly string[], shown: ShownPart): Range[] {
  return [...shown.ranges(phraseRanges(text, words)), ...shown.ranges(numberRanges(text, words))];
}

/** Numbers of documents, and words with a hyphen that others write as one, in the order of the text. */
function numbersIn(text: string): Identifier[] {
  const compounds = findCompounds(text);
  const identifiers = findIdentifiers(text);
  return compounds.length === 0
    ? identifiers
    : [...identifiers, ...compounds].sort((one, other) => one.start - other.start);
}

function standingIn(tokens: readonly Token[]): ReadonlySet<string> {
  const standing = new Set<string>();
  for (const word of new Set(tokens.map((token) => token.word))) {
    standing.add(word.first);
    for (const language of STEM_LANGUAGES) standing.add(primaryStem(word, language));
  }
  return standing;
}

function standsFor(word: Word | undefined, key: string): boolean {
  if (word === undefined) return false;
  return word.first === key || STEM_LANGUAGES.some((language) => primaryStem(word, language) === key);
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }): Range {
  return [start, end];
}
