import type { Query } from "#app/domain/search/query/query.ts";
import type { Value } from "#app/domain/search/query/search-vocabulary.server.ts";
import { type IdentifierTerm, letterCount, termsOf, type WordTerm } from "#app/domain/search/query/terms.ts";
import { meaningKeys } from "#app/domain/search/query/thesaurus.ts";
import { isJoiningWord } from "#app/language/joining-words.ts";

type Item = WordTerm | IdentifierTerm;

/** A value of a filter that the words of a query name. */
export interface NamedTerm<Name extends string> {
  readonly name: Name;
  readonly value: Value;
  /** How many words name it. */
  readonly words: number;
}

/** Values of a filter, and how few words may name one of them. */
export interface NamedList<Name extends string> {
  readonly name: Name;
  readonly values: readonly Value[];
  /** 1, or 2 where names of one word are too common to mean the term. */
  readonly fewest: number;
}

/**
 * Terms of the vocabulary that the words of a query name, in any language, script and ending: the whole of one of their
 * names, or of a part that stands for itself ("Information exchange" of "Information exchange and data protection"),
 * next to each other in whatever order, so that "exchange of information" names it too. One word names a term only
 * where it is all that was asked for, or an abbreviation: most words of a longer query are the name of something. Those
 * named by most words come first.
 */
export function termsNamed<Name extends string>(query: Query, lists: readonly NamedList<Name>[]): NamedTerm<Name>[] {
  const spans = spansOf(query);
  const keys = new Set(spans.flatMap((span) => span.flatMap(meaningKeys)));
  const isAsked = (item: Item) => meaningKeys(item).some((key) => keys.has(key));
  const named = lists.flatMap(({ name, values, fewest }) =>
    values.flatMap((value): NamedTerm<Name>[] => {
      const parts = value.names.flatMap(partsOf).filter((part) => part.length >= fewest && part.every(isAsked));
      const words = Math.max(0, ...parts.flatMap((part) => (isAmong(part, spans) ? [part.length] : [])));
      return words === 0 ? [] : [{ name, value, words }];
    }),
  );
  return named.sort((one, other) => other.words - one.words);
}

/** Everything in a query that may be a name: each run of words in it, and the synonyms of what was typed. */
function spansOf({ clauses }: Query): (readonly Item[])[] {
  const phrases = clauses.flatMap(({ terms }) => terms.flatMap((term) => (term.kind === "phrase" ? [term.words] : [])));
  const typed = clauses.flatMap(({ terms }) => terms.flatMap((term) => (term.kind === "phrase" ? [] : [term])));
  const runs = [telling(typed), ...phrases.map((words) => telling(words))].filter((run) => run.length > 0);
  const isWhole = runs.length === 1;
  const spans = runs.flatMap((run) => runsWithin(run).filter((span) => isName(span, run, isWhole)));
  const synonyms = clauses.flatMap(({ terms, synonyms: others }) => {
    const own = telling(terms.flatMap((term) => (term.kind === "phrase" ? [] : [term])));
    return isName(own, runs[0] ?? [], isWhole) ? others.map(({ items }) => telling(items)) : [];
  });
  return [...spans, ...synonyms.filter((span) => span.length > 0)];
}

/** Whether words of a run can name a term. */
function isName(span: readonly Item[], run: readonly Item[], isWhole: boolean): boolean {
  const [only] = span;
  if (only === undefined || span.length > 1) return only !== undefined;
  return (isWhole && run.length === 1) || (isAbbreviation(only) && !run.every(isAbbreviation));
}

function isAbbreviation({ kind, surface }: Item): boolean {
  return kind === "word" && letterCount(surface) > 1 && surface === surface.toUpperCase();
}

function runsWithin(run: readonly Item[]): (readonly Item[])[] {
  return run.flatMap((_, from) => run.slice(from).map((__, at) => run.slice(from, from + at + 1)));
}

function isAmong(part: readonly Item[], spans: readonly (readonly Item[])[]): boolean {
  return spans.some((span) => span.length === part.length && haveSameWords(part, span));
}

function haveSameWords(part: readonly Item[], span: readonly Item[]): boolean {
  const left = [...span];
  return part.every((item) => {
    const at = left.findIndex((other) => meaningKeys(item).some((key) => meaningKeys(other).includes(key)));
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
}

/** Words and, between them, what joins several names to one: "Housing, documents and social benefits". */
const BETWEEN = /[,;/]|\s(?:and|i|и|dhe)\s/u;
const LISTED = /[,;/]/u;

/**
 * A name, and the parts that stand for themselves. A part of one word does in a list, or beside others of one word; in
 * "Risk and needs assessment" it leans on what follows.
 */
function partsOf(name: string): readonly (readonly Item[])[] {
  const known = knownParts.get(name);
  if (known !== undefined) return known;
  const pieces = name.split(BETWEEN).map((piece) => telling(termsOf(piece), piece));
  const standAlone = LISTED.test(name) || pieces.every(({ length }) => length === 1);
  const parts = [telling(termsOf(name), name), ...pieces.filter(({ length }) => length > 1 || standAlone)].filter(
    ({ length }) => length > 0,
  );
  if (knownParts.size > MOST_KNOWN) knownParts.clear();
  knownParts.set(name, parts);
  return parts;
}

/** Names are read again with every change of the database, and are the same nearly always. */
const knownParts = new Map<string, readonly (readonly Item[])[]>();
const MOST_KNOWN = 10_000;

/** Without the words that join others, but for those that a hyphen makes part of a word: "pre-release". */
function telling(items: readonly Item[], text = ""): Item[] {
  return items.filter(
    ({ start, end, ...item }) =>
      item.kind === "identifier" || text[end] === "-" || text[start - 1] === "-" || !isJoining(item.forms.first),
  );
}

function isJoining(first: string): boolean {
  return Array.from(first).length < SHORTEST || isJoiningWord(first);
}

/** Shorter words join others. */
const SHORTEST = 3;
