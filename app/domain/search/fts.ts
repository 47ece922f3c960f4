import { ftsToken } from "#app/domain/search/fts-token.ts";
import type { Clause, Query } from "#app/domain/search/query.ts";
import { STEM_LANGUAGES, type StemLanguage, stemsOf } from "#app/domain/search/stem-languages.ts";
import { identifierKeys, patternsOf, type Term, type Tier } from "#app/domain/search/terms.ts";
import { isShortName, type Synonym } from "#app/domain/search/thesaurus.ts";
import type { WordForms } from "#app/domain/search/word-forms.ts";

/**
 * The columns of the full-text table, in this order, for `tokenize = 'unicode61'`. What `indexText` gives goes into
 * the `_exact` and `_keys` column of the title or of the body; `identifiers` holds the record's own numbers, squeezed.
 */
export const FTS_COLUMNS = ["title_exact", "title_keys", "body_exact", "body_keys", "identifiers"] as const;

/** Weights for bm25(table, ...), one per column. bm25 saturates, so the order of kinds of hits needs `rankingBands`. */
export const FTS_WEIGHTS: readonly number[] = [12, 6, 4, 1, 40];

/** Where a term may be found. An FTS5 column filter is the part before the colon in `{title_keys body_keys} : "x"`. */
type Scope = { readonly keys: string; readonly exact: string | null; readonly identifiers: boolean };
const EVERYWHERE: Scope = { keys: "{title_keys body_keys}", exact: "{title_exact body_exact}", identifiers: true };
const TITLE: Scope = { keys: "title_keys", exact: null, identifiers: false };

/**
 * The query as an FTS5 MATCH expression, or null where there is nothing to look for in the text (only filters, only
 * exclusions: see `ftsExclusions`). Every term is quoted and written in a-z and 0-9, so no input is FTS5 syntax.
 *
 * A word is found by its keys; its exact form is asked for too, which finds nothing more but counts in bm25. Words
 * are ANDed in tiers 1 and 2 and ORed in tier 3; a wider tier finds all that a narrower one finds. Phrases hold in
 * tiers 1 and 2, exclusions in all three.
 */
export function ftsMatch(query: Query, tier: Tier): string | null {
  return matchIn(query.clauses, query, tier, EVERYWHERE);
}

/** What -word keeps out, as a MATCH expression by itself, for queries that consist of nothing else; null without. */
export function ftsExclusions(query: Query): string | null {
  if (query.excluded.length === 0) return null;
  return anyOf(query.excluded.map((term) => termIn(term, 1, EVERYWHERE)));
}

/**
 * MATCH expressions that put the hits of a query in order: sort by whether a record matches `identifier`, then
 * `exact`, `title`, `direct` (without synonyms), and by bm25 within. Where a query has no such thing the expression
 * matches nothing, which leaves the order alone.
 */
export type RankingBands = {
  readonly identifier: string;
  readonly exact: string;
  readonly title: string;
  readonly direct: string;
};

/** A name of several words, each with several stems, is asked for in at most so many ways per language. */
const MOST_READINGS = 8;

/** Matches no row: what it asks for stands in the `_keys` columns only. FTS5 refuses an empty expression. */
const NOTHING = `identifiers : ${quote(["\0"])}`;

export function rankingBands(query: Query, tier: Tier): RankingBands {
  const terms = query.clauses.flatMap((clause) => clause.terms);
  const identifiers = terms.flatMap((term) => identifierColumn(term, tier));
  const exact = terms.flatMap((term) => exactColumns(term));
  const own = query.clauses.map((clause) => ({ ...clause, synonyms: [] }));
  const expanded = query.clauses.some((clause) => clause.synonyms.length > 0);
  return {
    identifier: identifiers.length === 0 ? NOTHING : anyOf(identifiers),
    exact: exact.length === 0 ? NOTHING : allOf(exact),
    title: matchIn(own, query, tier, TITLE) ?? NOTHING,
    direct: (expanded ? matchIn(own, query, tier, EVERYWHERE) : null) ?? NOTHING,
  };
}

/**
 * MATCH expressions with the weight each has in the rank of a document: the bands, and below them how many parts of the
 * query stand there as typed or in another spelling, how many in the title, and how closely.
 *
 * bm25 is not used: it weighs by how often a word occurs in all texts, so the order of results would tell a reader that
 * hidden records exist. This rank depends on nothing but the query and the document.
 */
export function rankWeights(query: Query, tier: Tier): (readonly [weight: number, expression: string])[] {
  const bands = rankingBands(query, tier);
  const parts =
    query.clauses.length < 2 ? [] : query.clauses.map((clause) => ({ ...query, clauses: [clause], excluded: [] }));
  const weights: (readonly [number, string | null])[] = [
    [8000, bands.identifier],
    [4000, bands.exact],
    [2000, bands.title],
    [1000, bands.direct],
    ...parts.flatMap((part) => [
      [2, rankingBands(part, tier).title] as const,
      [3, asWritten(part)] as const,
      ...(tier > 1 ? [[4, ftsMatch(part, 1)] as const] : []),
      ...(tier > 2 ? [[3, ftsMatch(part, 3)] as const] : []),
    ]),
  ];
  return weights.flatMap(([weight, expression]) =>
    expression === null || expression === NOTHING ? [] : [[weight, expression] as const],
  );
}

/** Where the words stand folded, without their stems. */
function asWritten({ clauses }: Query): string | null {
  const words = clauses.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === "word" ? [term.forms.first] : [])),
  );
  return words.length === 0 ? null : `${EVERYWHERE.keys} : ${allOf(words.map((word) => quote([word])))}`;
}

/** The terms tier 3 looks for: words of one or two letters find everything, so they go unless there are no others. */
export function tellingTerms(query: Query): Term[] {
  const terms = query.clauses.flatMap((clause) => clause.terms);
  const telling = terms.filter((term) => term.kind !== "word" || Array.from(term.forms.first).length > 2);
  return telling.length === 0 ? terms : telling;
}

function matchIn(clauses: readonly Clause[], query: Query, tier: Tier, scope: Scope): string | null {
  if (clauses.length === 0) return null;
  const wanted =
    tier === 3 ? anyWord(clauses, query, scope) : allOf(clauses.map((clause) => clauseIn(clause, tier, scope)));
  const unwanted = ftsExclusions(query);
  return unwanted === null ? wanted : `(${wanted}) NOT (${unwanted})`;
}

function anyWord(clauses: readonly Clause[], query: Query, scope: Scope): string {
  const terms = tellingTerms(query).flatMap((term): readonly Term[] => (term.kind === "phrase" ? term.words : [term]));
  const synonyms = clauses.flatMap((clause) => clause.synonyms);
  return anyOf([
    ...terms.map((term) => termIn(term, 3, scope)),
    ...synonyms.map((synonym) => synonymIn(synonym, scope)),
  ]);
}

function clauseIn(clause: Clause, tier: Tier, scope: Scope): string {
  const own = allOf(clause.terms.map((term) => termIn(term, tier, scope)));
  return anyOf([own, ...clause.synonyms.map((synonym) => synonymIn(synonym, scope))]);
}

function termIn(term: Term, tier: Tier, scope: Scope): string {
  switch (term.kind) {
    case "word": {
      const keys = patternsOf(term, tier).map(({ key, prefix }) => `${quote([key])}${prefix ? " *" : ""}`);
      const alternatives = [`${scope.keys} : ${anyOf(keys)}`];
      if (scope.exact !== null) alternatives.push(`${scope.exact} : ${quote([term.exact])}`);
      if (scope.identifiers) alternatives.push(...identifierColumn(term, tier));
      return anyOf(alternatives);
    }
    case "phrase":
      return `(${scope.keys} : ${quote(term.words.map((word) => word.forms.first))})`;
    case "identifier": {
      const keys = [...identifierKeys(term, tier).map((key) => quote([key])), quote(term.words)];
      return anyOf([`${scope.keys} : ${anyOf(keys)}`, ...(scope.identifiers ? identifierColumn(term, tier) : [])]);
    }
  }
}

/** A synonym has to stand in the text as a whole, in whatever ending; an abbreviation exactly. */
function synonymIn({ items }: Synonym, scope: Scope): string {
  const [only] = items;
  if (items.length === 1 && only?.kind === "identifier") return termIn(only, 1, scope);
  return `(${scope.keys} : ${anyOf(synonymPhrases(items).map(quote))})`;
}

/** The same name in each lane of keys: as written, then in the stems of each language, however they are read. */
export function synonymPhrases(items: Synonym["items"]): readonly string[][] {
  const phrases = knownPhrases.get(items) ?? phrasesOf(items);
  knownPhrases.set(items, phrases);
  return phrases;
}

/** Names of the thesaurus are asked for again and again. */
const knownPhrases = new WeakMap<Synonym["items"], readonly string[][]>();

function phrasesOf(items: Synonym["items"]): string[][] {
  const words = items.flatMap((item) => (item.kind === "word" ? [item.forms] : item.words.map(asForms)));
  const written = words.map((forms) => forms.first);
  const [only] = items;
  if (items.length === 1 && only?.kind === "word" && isShortName(only)) return [written];
  return [written, ...STEM_LANGUAGES.flatMap((language) => readings(words, language))];
}

/** Every choice of a stem for each word; only of the likeliest stems where that would be too many. */
function readings(words: readonly WordForms[], language: StemLanguage): string[][] {
  // A function word stands for itself among the stems of a text.
  const choices = words.map(({ first, stems }) =>
    stemsOf(first, "", [language])[language]?.length ? (stems[language] ?? [first]) : [first],
  );
  const many = choices.reduce((count, stems) => count * stems.length, 1) > MOST_READINGS;
  return choices.reduce<string[][]>(
    (phrases, stems) =>
      phrases.flatMap((phrase) => (many ? stems.slice(0, 1) : stems).map((stem) => [...phrase, stem])),
    [[]],
  );
}

function asForms(first: string): WordForms {
  return { first, stems: {} };
}

function identifierColumn(term: Term, tier: Tier): string[] {
  if (term.kind === "phrase") return [];
  const keys = term.kind === "word" ? [term.forms.first] : identifierKeys(term, tier);
  const squeezed = keys.filter((key) => /^[a-z0-9]+$/.test(key));
  return squeezed.length === 0 ? [] : [`identifiers : ${anyOf(squeezed.map((key) => `"${key}"`))}`];
}

function exactColumns(term: Term): string[] {
  if (term.kind === "identifier") return [];
  const words = term.kind === "word" ? [term] : term.words;
  return [`${EVERYWHERE.exact} : ${quote(words.map((word) => word.exact))}`];
}

function quote(keys: readonly string[]): string {
  return `"${keys.map(ftsToken).join(" ")}"`;
}

function allOf(parts: readonly string[]): string {
  return joined(parts, " AND ");
}

function anyOf(parts: readonly string[]): string {
  return joined(parts, " OR ");
}

function joined(parts: readonly string[], by: string): string {
  const different = [...new Set(parts)];
  return different.length === 1 ? `${different[0]}` : `(${different.join(by)})`;
}
