import { add, bits, type Found } from "#app/domain/search/answer/doc-set.ts";
import { addPhrase, type Lookup, matchTerm } from "#app/domain/search/answer/match-term.ts";
import type { Clause, Query } from "#app/domain/search/query/query.ts";
import { synonymPhrases } from "#app/domain/search/query/synonym-phrases.ts";
import { type Term, type Tier, tellingTerms } from "#app/domain/search/query/terms.ts";
import type { Synonym } from "#app/domain/search/query/thesaurus.ts";

/** Documents that match a query, by place, with how well; not in any order. They hold until the next query. */
export interface MatchedDocuments {
  readonly documents: Int32Array;
  readonly ranks: Int32Array;
  readonly length: number;
}

/**
 * How well a document matches, as the sum of what holds: it bears the number asked for; it has the words letter by
 * letter; it has them all in the title; it has them and not synonyms. Then, where several things were asked for, of each:
 * it is in the title, it stands there as typed but for marks and script, and how far a wider tier had to stray.
 *
 * How often a word occurs is not weighed, within a text or over all: the order of results would tell a reader that
 * hidden records exist. This depends on nothing but the query and the document.
 */
export const rankWeights = {
  number: 8000,
  exact: 4000,
  title: 2000,
  direct: 1000,
  each: { title: 2, written: 3, firstTier: 4, anyWord: 3 },
} as const;

/**
 * Documents that match a query in a tier: all of its clauses in tiers 1 and 2, any of its words in tier 3, and nothing of
 * what it excludes. A query without clauses finds all documents that are not excluded.
 */
export function matchQuery(lookup: Lookup, query: Query, tier: Tier): MatchedDocuments {
  const excluded = excludedDocuments(lookup, query.excluded);
  const matched = query.clauses.length === 0 ? all(lookup) : matchClauses(lookup, query, tier);
  if (excluded === null) return matched;
  let length = 0;
  for (let at = 0; at < matched.length; at++) {
    const document = matched.documents[at] as number;
    if (excluded.flags[document] !== 0) continue;
    matched.documents[length] = document;
    matched.ranks[length++] = matched.ranks[at] as number;
  }
  lookup.pool.takeBack(excluded);
  return { ...matched, length };
}

function all({ source, documents, ranks }: Lookup): MatchedDocuments {
  for (let at = 0; at < source.size; at++) documents[at] = at;
  ranks.fill(0, 0, source.size);
  return { documents, ranks, length: source.size };
}

function excludedDocuments(lookup: Lookup, terms: readonly Term[]): Found | null {
  if (terms.length === 0) return null;
  const excluded = lookup.pool.lend();
  for (const term of terms) {
    const found = matchTerm(lookup, term, 1);
    for (let at = 0; at < found.length; at++) add(excluded, found.documents[at] as number, bits.found);
    lookup.pool.takeBack(found);
  }
  return excluded;
}

function matchClauses(lookup: Lookup, query: Query, tier: Tier): MatchedDocuments {
  const telling = new Set(tellingTerms(query));
  const clauses = query.clauses.map((clause) => ({
    found: matchClause(lookup, clause, tier, telling),
    // A number asked for is found as such or not at all: it is not written in any letters.
    hasWords: clause.terms.some((term) => term.kind !== "identifier"),
    isWritten: clause.terms.some((term) => term.kind === "word"),
  }));
  const ranker = rankerOf(query, clauses, tier);
  const matched = tier === 3 ? anyOf(lookup, clauses, ranker) : allOf(lookup, clauses, ranker);
  for (const { found } of clauses) lookup.pool.takeBack(found);
  return matched;
}

interface ClauseFound {
  found: Found;
  hasWords: boolean;
  isWritten: boolean;
}

function allOf(
  { documents, ranks }: Lookup,
  clauses: readonly ClauseFound[],
  rank: (document: number) => number,
): MatchedDocuments {
  const rarest = clauses.reduce((least, { found }) => (found.length < least.length ? found : least), {
    length: Number.POSITIVE_INFINITY,
  } as Found);
  const others = clauses.flatMap(({ found }) => (found === rarest ? [] : [found.flags]));
  let length = 0;
  if (others.length === 0) {
    // With one clause the rank is a matter of its bits alone, and there are few of them.
    const known = new Int32Array(256).fill(-1);
    for (let at = 0; at < rarest.length; at++) {
      const document = rarest.documents[at] as number;
      const flags = rarest.flags[document] as number;
      if ((flags & bits.found) === 0) continue;
      if (known[flags] === -1) known[flags] = rank(document);
      documents[length] = document;
      ranks[length++] = known[flags] as number;
    }
    return { documents, ranks, length };
  }
  for (let at = 0; at < rarest.length; at++) {
    const document = rarest.documents[at] as number;
    if (((rarest.flags[document] as number) & bits.found) === 0) continue;
    let inAll = true;
    for (const flags of others) if (((flags[document] as number) & bits.found) === 0) inAll = false;
    if (!inAll) continue;
    documents[length] = document;
    ranks[length++] = rank(document);
  }
  return { documents, ranks, length };
}

function anyOf(lookup: Lookup, clauses: readonly ClauseFound[], rank: (document: number) => number): MatchedDocuments {
  const any = lookup.pool.lend();
  for (const { found } of clauses) {
    for (let at = 0; at < found.length; at++) {
      const document = found.documents[at] as number;
      if ((found.flags[document] as number) & bits.found) add(any, document, bits.found);
    }
  }
  const { documents, ranks } = lookup;
  const { length } = any;
  for (let at = 0; at < length; at++) {
    documents[at] = any.documents[at] as number;
    ranks[at] = rank(documents[at] as number);
  }
  lookup.pool.takeBack(any);
  return { documents, ranks, length };
}

function rankerOf(query: Query, clauses: readonly ClauseFound[], tier: Tier): (document: number) => number {
  const { each } = rankWeights;
  const expanded = query.clauses.some(({ synonyms }) => synonyms.length > 0);
  const worded = clauses.some(({ hasWords }) => hasWords);
  const several = clauses.length > 1;
  const wholeBits = (worded ? bits.exact : 0) | bits.title | (expanded ? bits.direct : 0);
  const neutral = clauses.map(({ hasWords }) => (hasWords ? 0 : bits.exact));
  const written = clauses.map(({ isWritten }) => (isWritten ? each.written : 0));
  return (document) => {
    let whole = wholeBits;
    let some = 0;
    let parts = 0;
    for (let at = 0; at < clauses.length; at++) {
      const flags = (clauses[at] as ClauseFound).found.flags[document] as number;
      whole &= flags | (neutral[at] as number);
      some |= flags;
      if (several) {
        if (flags & bits.title) parts += each.title;
        if (flags & bits.written) parts += written[at] as number;
        if (tier > 1 && flags & bits.first) parts += each.firstTier;
        if (tier > 2 && flags & bits.found) parts += each.anyWord;
      }
    }
    // Of words that will do one by one, one in the title or one not by synonym is enough.
    const title = (tier === 3 ? some : whole) & bits.title;
    const direct = expanded && (tier === 3 ? some : whole) & bits.direct;
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
function matchClause(lookup: Lookup, clause: Clause, tier: Tier, telling: ReadonlySet<Term>): Found {
  const { pool } = lookup;
  const own = tier === 3 ? anyTerm(lookup, clause, telling) : allTerms(lookup, clause, tier);
  if (clause.synonyms.length === 0) return own;
  const synonyms = pool.lend();
  for (const synonym of clause.synonyms) addSynonym(lookup, synonym, synonyms);
  for (let at = 0; at < synonyms.length; at++) {
    // Neither the title nor the letters of a synonym count as those of what was typed.
    add(own, synonyms.documents[at] as number, bits.found | bits.first);
  }
  pool.takeBack(synonyms);
  return own;
}

function allTerms(lookup: Lookup, { terms }: Clause, tier: Tier): Found {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return withDirect(matchTerm(lookup, only, tier));
  const each = terms.map((term) => matchTerm(lookup, term, tier));
  const first = each[0] as Found;
  const result = lookup.pool.lend();
  const forTitle = bits.found | bits.title;
  for (let at = 0; at < first.length; at++) {
    const document = first.documents[at] as number;
    let every = ofAllTerms | forTitle;
    let some = 0;
    for (const [index, { flags }] of each.entries()) {
      const found = flags[document] as number;
      every &= terms[index]?.kind === "identifier" ? found | bits.exact | bits.written : found;
      some |= found;
    }
    if (every & bits.found) add(result, document, every | (some & bits.number) | bits.direct);
  }
  for (const found of each) lookup.pool.takeBack(found);
  return result;
}

function withDirect(found: Found): Found {
  for (let at = 0; at < found.length; at++) {
    const document = found.documents[at] as number;
    if ((found.flags[document] as number) & bits.found) (found.flags[document] as number) |= bits.direct;
  }
  return found;
}

/** As in tier 3: any of the telling terms, phrases word by word. Of all terms only what holds for each of them. */
function anyTerm(lookup: Lookup, { terms }: Clause, telling: ReadonlySet<Term>): Found {
  const result = lookup.pool.lend();
  const whole: Found[] = terms.map((term) => matchTerm(lookup, term, 3));
  const looked = terms.flatMap((term, index) => {
    if (!telling.has(term)) return [];
    return term.kind === "phrase" ? term.words.map((word) => matchTerm(lookup, word, 3)) : [whole[index] as Found];
  });
  const wanted = bits.found | bits.title | bits.number;
  for (const { documents, flags, length } of looked) {
    for (let at = 0; at < length; at++) {
      const document = documents[at] as number;
      const found = flags[document] as number;
      if (found & bits.found) add(result, document, (found & wanted) | bits.direct);
    }
  }
  for (let at = 0; at < result.length; at++) {
    const document = result.documents[at] as number;
    let every: number = ofAllTerms;
    for (const [index, { flags }] of whole.entries()) {
      const found = flags[document] as number;
      every &= terms[index]?.kind === "identifier" ? found | bits.exact | bits.written : found;
    }
    add(result, document, every);
  }
  for (const found of new Set([...whole, ...looked])) lookup.pool.takeBack(found);
  return result;
}

/** A synonym has to stand in the text as a whole, in whatever ending; an abbreviation exactly. */
function addSynonym(lookup: Lookup, { items }: Synonym, found: Found): void {
  const [only] = items;
  if (items.length === 1 && only?.kind === "identifier") {
    const named = matchTerm(lookup, only, 1);
    for (let at = 0; at < named.length; at++) add(found, named.documents[at] as number, bits.found);
    lookup.pool.takeBack(named);
    return;
  }
  for (const phrase of synonymPhrases(items)) addPhrase(lookup, phrase, bits.found, found);
}
