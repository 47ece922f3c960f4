import { bits, type DocSet } from "#app/domain/search/answer/doc-set.ts";
import { addPhrase, type Lookup, matchTerm } from "#app/domain/search/answer/match-term.ts";
import { byteAt, intAt } from "#app/domain/search/answer/numbers.ts";
import { lightClauses, tellingTerms } from "#app/domain/search/query/light-words.ts";
import type { Clause, Query } from "#app/domain/search/query/query.ts";
import { synonymPhrases } from "#app/domain/search/query/synonym-phrases.ts";
import type { Term, Tier } from "#app/domain/search/query/terms.ts";
import type { Synonym } from "#app/domain/search/query/thesaurus.ts";

/** Documents that match a query, with how well; not in any order. They hold until the next query. */
export interface MatchedDocuments {
  readonly documents: Int32Array;
  readonly ranks: Int32Array;
  readonly length: number;
}

/**
 * How well a document matches, as the sum of what holds: it bears the number asked for; it has the words letter by
 * letter; it has them all in the title; it has them and not synonyms. Then, where several things were asked for, of
 * each: it is in the title, it stands there as typed but for marks and script, and how far a wider tier had to stray.
 * Where any word will do, one more of those asked for outweighs all that is told of the others: 32 of them at most, and
 * fewer than 300 for everything else of so many.
 *
 * How often a word occurs is not weighed, within a text or over all: the order of results would tell a viewer that
 * hidden records exist. This depends on nothing but the query and the document.
 */
export const rankWeights = {
  number: 16_000,
  exact: 4000,
  title: 2000,
  direct: 1000,
  each: { title: 2, written: 3, firstTier: 4, anyWord: 300 },
} as const;

/**
 * Documents that match a query in a tier: all of its clauses that count in tiers 1 and 2, any of its words in tier 3,
 * and nothing of what it excludes. A query without clauses finds all documents that are not excluded.
 */
export function matchQuery(lookup: Lookup, query: Query, tier: Tier): MatchedDocuments {
  const excluded = excludedDocuments(lookup, query.excluded);
  const matched = query.clauses.length === 0 ? all(lookup) : matchClauses(lookup, query, tier);
  if (excluded === null) return matched;
  let length = 0;
  for (let at = 0; at < matched.length; at++) {
    const document = intAt(matched.documents, at);
    if (excluded.flagsOf(document) !== 0) continue;
    matched.documents[length] = document;
    matched.ranks[length++] = intAt(matched.ranks, at);
  }
  lookup.pool.release(excluded);
  return { ...matched, length };
}

function all({ source, documents, ranks }: Lookup): MatchedDocuments {
  for (let at = 0; at < source.size; at++) documents[at] = at;
  ranks.fill(0, 0, source.size);
  return { documents, ranks, length: source.size };
}

function excludedDocuments(lookup: Lookup, terms: readonly Term[]): DocSet | null {
  if (terms.length === 0) return null;
  const excluded = lookup.pool.acquire();
  for (const term of terms) {
    const found = matchTerm(lookup, term, 1);
    for (let at = 0; at < found.length; at++) excluded.add(found.at(at), bits.matched);
    lookup.pool.release(found);
  }
  return excluded;
}

function matchClauses(lookup: Lookup, query: Query, tier: Tier): MatchedDocuments {
  const telling = new Set(tellingTerms(query));
  const light = lightClauses(query.clauses);
  const clauses = query.clauses.map((clause) => ({
    isLight: light.has(clause),
    set: matchClause(lookup, clause, tier, telling),
    // A number asked for is found as such or not at all: it is not written in any letters.
    hasWords: clause.terms.some((term) => term.kind !== "identifier"),
    isWritten: clause.terms.some((term) => term.kind === "word"),
  }));
  const ranker = rankerOf(query, clauses, tier);
  const matched = tier === 3 ? anyOf(lookup, clauses, ranker) : allOf(lookup, clauses, ranker);
  for (const { set } of clauses) lookup.pool.release(set);
  return matched;
}

interface MatchedClause {
  set: DocSet;
  /** It need not be found. */
  isLight: boolean;
  hasWords: boolean;
  isWritten: boolean;
}

function allOf(
  { documents, ranks }: Lookup,
  clauses: readonly MatchedClause[],
  rank: (document: number) => number,
): MatchedDocuments {
  const [rarest, ...others] = clauses
    .flatMap(({ set, isLight }) => (isLight ? [] : [set]))
    .sort((one, other) => one.length - other.length);
  if (rarest === undefined) return { documents, ranks, length: 0 };
  let length = 0;
  if (clauses.length === 1) {
    // With one clause the rank is a matter of its bits alone, and there are few of them.
    const known = new Int32Array(256).fill(-1);
    for (let at = 0; at < rarest.length; at++) {
      const document = rarest.at(at);
      const flags = rarest.flagsOf(document);
      if ((flags & bits.matched) === 0) continue;
      if (known[flags] === -1) known[flags] = rank(document);
      documents[length] = document;
      ranks[length++] = intAt(known, flags);
    }
    return { documents, ranks, length };
  }
  for (let at = 0; at < rarest.length; at++) {
    const document = rarest.at(at);
    if ((rarest.flagsOf(document) & bits.matched) === 0) continue;
    let inAll = true;
    for (const other of others) if ((other.flagsOf(document) & bits.matched) === 0) inAll = false;
    if (!inAll) continue;
    documents[length] = document;
    ranks[length++] = rank(document);
  }
  return { documents, ranks, length };
}

function anyOf(
  lookup: Lookup,
  clauses: readonly MatchedClause[],
  rank: (document: number) => number,
): MatchedDocuments {
  const any = lookup.pool.acquire();
  for (const { set } of clauses) {
    for (let at = 0; at < set.length; at++) {
      const document = set.at(at);
      if (set.flagsOf(document) & bits.matched) any.add(document, bits.matched);
    }
  }
  const { documents, ranks } = lookup;
  const { length } = any;
  for (let at = 0; at < length; at++) {
    const document = any.at(at);
    documents[at] = document;
    ranks[at] = rank(document);
  }
  lookup.pool.release(any);
  return { documents, ranks, length };
}

function rankerOf(query: Query, clauses: readonly MatchedClause[], tier: Tier): (document: number) => number {
  const { each } = rankWeights;
  const expanded = query.clauses.some(({ synonyms }) => synonyms.length > 0);
  const worded = clauses.some(({ hasWords }) => hasWords);
  const several = clauses.length > 1;
  const wholeBits = (worded ? bits.exact : 0) | bits.title | (expanded ? bits.direct : 0);
  const sets = clauses.map(({ set }) => set.flags);
  const neutral = Uint8Array.from(clauses, ({ hasWords, isLight }) => {
    if (isLight) return bits.exact | bits.title | bits.direct;
    return hasWords ? 0 : bits.exact;
  });
  const written = Uint8Array.from(clauses, ({ isWritten }) => (isWritten ? each.written : 0));
  return (document) => {
    let whole = wholeBits;
    let some = 0;
    let parts = 0;
    for (let at = 0; at < sets.length; at++) {
      const flags = byteAt(sets[at] as Uint8Array, document);
      whole &= flags | byteAt(neutral, at);
      some |= flags;
      if (several) {
        if (flags & bits.title) parts += each.title;
        if (flags & bits.written) parts += byteAt(written, at);
        if (tier > 1 && flags & bits.first) parts += each.firstTier;
        if (tier > 2 && flags & bits.matched) parts += each.anyWord;
      }
    }
    const title = whole & bits.title;
    const direct = expanded && whole & bits.direct;
    return (
      (some & bits.number ? rankWeights.number : 0) +
      (whole & bits.exact ? rankWeights.exact : 0) +
      (title ? rankWeights.title : 0) +
      (direct ? rankWeights.direct : 0) +
      parts
    );
  };
}

const ofAllTerms = bits.first | bits.written | bits.exact;

/** Documents that have a clause: all of its terms (in tier 3 any telling one), or a synonym. */
function matchClause(lookup: Lookup, clause: Clause, tier: Tier, telling: ReadonlySet<Term>): DocSet {
  const { pool } = lookup;
  const own = tier === 3 ? anyTerm(lookup, clause, telling) : allTerms(lookup, clause, tier);
  if (clause.synonyms.length === 0) return own;
  const synonyms = pool.acquire();
  for (const synonym of clause.synonyms) addSynonym(lookup, synonym, synonyms);
  for (let at = 0; at < synonyms.length; at++) {
    // Neither the title nor the letters of a synonym count as those of what was typed.
    own.add(synonyms.at(at), bits.matched | bits.first);
  }
  pool.release(synonyms);
  return own;
}

function allTerms(lookup: Lookup, { terms }: Clause, tier: Tier): DocSet {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return withDirect(matchTerm(lookup, only, tier));
  const each = terms.map((term) => matchTerm(lookup, term, tier));
  const [first] = each;
  const result = lookup.pool.acquire();
  if (first === undefined) return result;
  const forTitle = bits.matched | bits.title;
  for (let at = 0; at < first.length; at++) {
    const document = first.at(at);
    let every = ofAllTerms | forTitle;
    let some = 0;
    for (const [index, set] of each.entries()) {
      const found = set.flagsOf(document);
      every &= terms[index]?.kind === "identifier" ? found | bits.exact | bits.written : found;
      some |= found;
    }
    if (every & bits.matched) result.add(document, every | (some & bits.number) | bits.direct);
  }
  for (const set of each) lookup.pool.release(set);
  return result;
}

function withDirect(set: DocSet): DocSet {
  for (let at = 0; at < set.length; at++) {
    const document = set.at(at);
    if (set.flagsOf(document) & bits.matched) set.add(document, bits.direct);
  }
  return set;
}

/** As in tier 3: any of the telling terms, phrases word by word. Of all terms only what holds for each of them. */
function anyTerm(lookup: Lookup, { terms }: Clause, telling: ReadonlySet<Term>): DocSet {
  const result = lookup.pool.acquire();
  const whole = terms.map((term) => matchTerm(lookup, term, 3));
  const looked = terms.flatMap((term, index) => {
    if (!telling.has(term)) return [];
    return term.kind === "phrase"
      ? term.words.map((word) => matchTerm(lookup, word, 3))
      : whole.slice(index, index + 1);
  });
  const wanted = bits.matched | bits.title | bits.number;
  for (const set of looked) {
    for (let at = 0; at < set.length; at++) {
      const document = set.at(at);
      const found = set.flagsOf(document);
      if (found & bits.matched) result.add(document, (found & wanted) | bits.direct);
    }
  }
  for (let at = 0; at < result.length; at++) {
    const document = result.at(at);
    let every: number = ofAllTerms;
    for (const [index, set] of whole.entries()) {
      const found = set.flagsOf(document);
      every &= terms[index]?.kind === "identifier" ? found | bits.exact | bits.written : found;
    }
    result.add(document, every);
  }
  for (const set of new Set([...whole, ...looked])) lookup.pool.release(set);
  return result;
}

/** A synonym has to stand in the text as a whole, in whatever ending; an abbreviation exactly. */
function addSynonym(lookup: Lookup, { items }: Synonym, set: DocSet): void {
  const [only] = items;
  if (items.length === 1 && only?.kind === "identifier") {
    const named = matchTerm(lookup, only, 1);
    for (let at = 0; at < named.length; at++) set.add(named.at(at), bits.matched);
    lookup.pool.release(named);
    return;
  }
  for (const phrase of synonymPhrases(items)) addPhrase(lookup, phrase, bits.matched, set);
}
