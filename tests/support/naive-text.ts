import { bits } from "#app/domain/search/answer/doc-set.ts";
import { rankWeights } from "#app/domain/search/answer/match-query.ts";
import { documentSections } from "#app/domain/search/index/document-words.ts";
import { type RoledKey, roles, wordKeys } from "#app/domain/search/index/word-roles.ts";
import type { NewDocument } from "#app/domain/search/index/write-documents.server.ts";
import { lightClauses, tellingTerms } from "#app/domain/search/query/light-words.ts";
import type { Clause, Query } from "#app/domain/search/query/query.ts";
import { synonymPhrases } from "#app/domain/search/query/synonym-phrases.ts";
import { identifierKeys, patternsOf, type Term, type Tier } from "#app/domain/search/query/terms.ts";

/** A text, word by word with their keys, that is read from its beginning to its end for every question. */
export interface NaiveText {
  title: (readonly RoledKey[])[];
  body: (readonly RoledKey[])[];
  /** Words and numbers of the title, and all others. */
  inTitle: (readonly RoledKey[])[];
  elsewhere: (readonly RoledKey[])[];
  /** Number of its record, squeezed. */
  number: string;
}

const firstTier = bits.matched | bits.first;
const ofAllTerms = bits.first | bits.written | bits.exact;

export function naiveText({ words }: NewDocument, number: string): NaiveText {
  const keys = Object.fromEntries(
    documentSections.map((name) => [name, Array.from(words[name], (at) => wordKeys(words.names[at] ?? ""))]),
  ) as Record<(typeof documentSections)[number], RoledKey[][]>;
  return {
    title: keys.title,
    body: keys.body,
    inTitle: [...keys.title, ...keys.titleNumbers],
    elsewhere: [...keys.body, ...keys.bodyNumbers, ...keys.own],
    number: number.toLowerCase().replaceAll("-", ""),
  };
}

/** How well a text matches a query in a tier; null where it does not. */
export function naiveRank(text: NaiveText, query: Query, tier: Tier): number | null {
  if (query.excluded.some((term) => termFlags(text, term, 1) !== 0)) return null;
  if (query.clauses.length === 0) return 0;
  const found = query.clauses.map((clause) => clauseFlags(text, clause, query, tier));
  const light = lightClauses(query.clauses);
  const counts = query.clauses.map((clause) => !light.has(clause));
  const matches = found.filter((_, at) => tier === 3 || counts[at]).map((flags) => (flags & bits.matched) !== 0);
  if (tier === 3 ? !matches.includes(true) : matches.includes(false)) return null;
  const isWorded = ({ terms }: Clause) => terms.some((term) => term.kind !== "identifier");
  const every = (bit: number) => found.every((flags, at) => !counts[at] || (flags & bit) !== 0);
  const some = (bit: number) => found.some((flags) => (flags & bit) !== 0);
  const exact = query.clauses.every(
    (clause, at) => !counts[at] || !isWorded(clause) || (found[at]! & bits.exact) !== 0,
  );
  const expanded = query.clauses.some(({ synonyms }) => synonyms.length > 0);
  const { each } = rankWeights;
  const parts = query.clauses.map((clause, at) => {
    const has = (bit: number, weight: number) => ((found[at]! & bit) !== 0 ? weight : 0);
    const isWritten = clause.terms.some((term) => term.kind === "word");
    return (
      has(bits.title, each.title) +
      (isWritten ? has(bits.written, each.written) : 0) +
      (tier > 1 ? has(bits.first, each.firstTier) : 0) +
      (tier > 2 ? has(bits.matched, each.anyWord) : 0)
    );
  });
  return (
    (some(bits.number) ? rankWeights.number : 0) +
    (exact && query.clauses.some(isWorded) ? rankWeights.exact : 0) +
    (every(bits.title) ? rankWeights.title : 0) +
    (expanded && every(bits.direct) ? rankWeights.direct : 0) +
    (query.clauses.length > 1 ? parts.reduce((sum, part) => sum + part, 0) : 0)
  );
}

function clauseFlags(text: NaiveText, clause: Clause, query: Query, tier: Tier): number {
  const own = tier === 3 ? anyTerm(text, clause, tellingTerms(query)) : allTerms(text, clause, tier);
  const bySynonym = clause.synonyms.some(({ items }) => {
    const [only] = items;
    if (items.length === 1 && only?.kind === "identifier") return termFlags(text, only, 1) !== 0;
    return synonymPhrases(items).some((phrase) => phraseFlags(text, phrase) !== 0);
  });
  return own | (bySynonym ? firstTier : 0);
}

function allTerms(text: NaiveText, { terms }: Clause, tier: Tier): number {
  const each = terms.map((term) => termFlags(text, term, tier));
  if (terms.length === 1) return each[0]! & bits.matched ? each[0]! | bits.direct : each[0]!;
  const every = terms.reduce((all, term, at) => all & neutral(term, each[at]!), ofAllTerms | bits.matched | bits.title);
  const some = each.reduce((all, flags) => all | flags, 0);
  return every & bits.matched ? every | (some & bits.number) | bits.direct : 0;
}

function anyTerm(text: NaiveText, { terms }: Clause, telling: readonly Term[]): number {
  const looked = terms
    .filter((term) => telling.includes(term))
    .flatMap((term): readonly Term[] => (term.kind === "phrase" ? term.words : [term]));
  const found = looked.map((term) => termFlags(text, term, 3)).filter((flags) => flags & bits.matched);
  if (found.length === 0) return 0;
  const some = found.reduce((all, flags) => all | flags, 0) & (bits.matched | bits.title | bits.number);
  return some | bits.direct | terms.reduce((all, term) => all & neutral(term, termFlags(text, term, 3)), ofAllTerms);
}

/** A number is not written in any letters. */
function neutral(term: Term, flags: number): number {
  return term.kind === "identifier" ? flags | bits.exact | bits.written : flags;
}

function termFlags(text: NaiveText, term: Term, tier: Tier): number {
  if (term.kind === "phrase") {
    const keys = term.words.map((word) => word.forms.first);
    return phraseFlags(
      text,
      keys,
      term.words.map((word) => word.exact),
    );
  }
  if (term.kind === "identifier") {
    const keys = identifierKeys(term, tier);
    const direct = identifierKeys(term, 1);
    const own = keys.includes(text.number) ? firstTier | bits.number : 0;
    const mentioned = wordFlags(text, ([key, role]) => {
      if (role === roles.exact || !keys.includes(key)) return 0;
      return (direct.includes(key) ? firstTier : bits.matched) | (role === roles.own ? bits.number : 0);
    });
    return own | mentioned | phraseFlags(text, term.words);
  }
  const { first } = term.forms;
  const begins: readonly number[] = [roles.first, roles.spelling, roles.mention];
  const flags = wordFlags(text, ([key, role]) => {
    let found = role === roles.exact && key === term.exact ? firstTier | bits.exact : 0;
    for (const pattern of patternsOf(term, tier)) {
      if (pattern.prefix) found |= begins.includes(role) && key.startsWith(pattern.key) ? bits.matched : 0;
      else if (key !== pattern.key || role === roles.exact) continue;
      else if (role === roles.own) found |= key === first ? firstTier | bits.number : 0;
      else found |= key === first ? firstTier | bits.written : firstTier;
    }
    return found;
  });
  return flags | (text.number === first ? firstTier | bits.number : 0);
}

/** What the keys of all words come to; a word of the title that has any of them is found in the title. */
function wordFlags(text: NaiveText, flagsOf: (key: RoledKey) => number): number {
  const of = (keys: readonly RoledKey[]) => keys.reduce((all, key) => all | flagsOf(key), 0);
  const inTitle = text.inTitle.map(of).reduce((all, flags) => all | flags | (flags ? bits.title : 0), 0);
  return text.elsewhere.map(of).reduce((all, flags) => all | flags, inTitle);
}

function phraseFlags(text: NaiveText, keys: readonly string[], exact?: readonly string[]): number {
  if (keys.length === 0) return 0;
  if (keys.length === 1) {
    const has = (word: readonly RoledKey[]) =>
      word.some(([key, role]) => key === keys[0] && role !== roles.exact && role !== roles.own);
    const letters = (word: readonly RoledKey[]) =>
      word.some(([key, role]) => role === roles.exact && key === exact?.[0]);
    const flagsOf = (word: readonly RoledKey[]) => (has(word) ? firstTier | (letters(word) ? bits.exact : 0) : 0);
    const inTitle = text.inTitle.map(flagsOf).reduce((all, flags) => all | flags | (flags ? bits.title : 0), 0);
    return text.elsewhere.map(flagsOf).reduce((all, flags) => all | flags, inTitle);
  }
  const near: readonly number[] = [roles.first, roles.primaryStem];
  const stands = (words: NaiveText["title"], wanted: readonly string[], among: readonly number[]) =>
    words.some((_, at) =>
      wanted.every((key, index) => words[at + index]?.some(([one, role]) => one === key && among.includes(role))),
    );
  const inTitle = stands(text.title, keys, near);
  if (!inTitle && !stands(text.body, keys, near)) return 0;
  const isExact = exact && [text.title, text.body].some((words) => stands(words, exact, [roles.exact]));
  return firstTier | (inTitle ? bits.title : 0) | (isExact ? bits.exact : 0);
}
