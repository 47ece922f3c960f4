import { bits, type DocSet, DocSetPool } from "#app/domain/search/answer/doc-set.ts";
import { byteAt, intAt } from "#app/domain/search/answer/numbers.ts";
import { phraseBits, phraseOf } from "#app/domain/search/answer/phrase.ts";
import type { PostingSource } from "#app/domain/search/answer/posting-source.ts";
import { type Role, roles } from "#app/domain/search/index/word-roles.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import {
  type IdentifierTerm,
  identifierKeys,
  patternsOf,
  type Term,
  type Tier,
  type WordTerm,
} from "#app/domain/search/query/terms.ts";

/** What documents are looked up with: where from, and scratch buffers. */
export interface Lookup {
  readonly source: PostingSource;
  readonly pool: DocSetPool;
  /** For the documents of one word. */
  readonly buffer: Int32Array;
  /** For what matches, and its ranks. */
  readonly documents: Int32Array;
  readonly ranks: Int32Array;
}

/** Buffers for as many documents as there are. */
export function lookupIn(source: PostingSource, size: number = source.size): Lookup {
  const buffer = () => new Int32Array(size);
  return { source, pool: new DocSetPool(size), buffer: buffer(), documents: buffer(), ranks: buffer() };
}

const inTier1 = bits.matched | bits.first;

/** Documents that have a term, in tier 3 a phrase as a whole. To be released. */
export function matchTerm(lookup: Lookup, term: Term, tier: Tier): DocSet {
  const set = lookup.pool.acquire();
  switch (term.kind) {
    case "word":
      addWords(lookup, wordsOf(lookup.source, term, tier), set);
      addOwnNumbers(lookup, [term.forms.first], set);
      break;
    case "identifier": {
      addWords(lookup, wordsOfIdentifier(lookup.source, term, tier), set);
      addPhrase(lookup, term.words, inTier1, set);
      addOwnNumbers(lookup, identifierKeys(term, tier), set);
      break;
    }
    case "phrase":
      addPhrase(
        lookup,
        term.words.map((word) => word.forms.first),
        inTier1,
        set,
        term.words.map((word) => word.exact),
      );
      break;
  }
  return set;
}

/**
 * Adds the documents that have words next to each other, by key: one word by any key of its.
 * @param exact the same words letter by letter, where it matters whether they stand there so
 */
export function addPhrase(
  lookup: Lookup,
  keys: readonly string[],
  flags: number,
  set: DocSet,
  exact?: readonly string[],
): void {
  const { source } = lookup;
  const [only] = keys;
  if (only === undefined) return;
  const exactly = exact?.map((form) => wordsInRole(source, form, [roles.exact])) ?? [];
  if (keys.length === 1) {
    const words = new Map<number, number>();
    for (const { word, role } of source.wordsWith(only)) {
      if (role !== roles.exact && role !== roles.own) words.set(word, flags);
    }
    for (const word of exactly[0] ?? []) if (words.has(word)) words.set(word, flags | bits.exact);
    addWords(lookup, words, set);
    return;
  }
  const sets = keys.map((key) => wordsInRole(source, key, [roles.first, roles.primaryStem]));
  const phrase = phraseOf(sets, exact ? exactly : null);
  const having = documentsWithAll(lookup, sets);
  for (const first of sets[0] ?? []) {
    const count = source.read(first, lookup.buffer);
    for (let at = 0; at < count; at++) {
      const document = intAt(lookup.buffer, at) >> 1;
      if (having.flagsOf(document) === 0) continue;
      const where = source.phraseIn(document, phrase, first);
      if ((where & (phraseBits.title | phraseBits.body)) === 0) continue;
      const inTitle = where & phraseBits.title ? bits.title : 0;
      set.add(document, flags | inTitle | (where & phraseBits.exact ? bits.exact : 0));
    }
  }
  lookup.pool.release(having);
}

function wordsInRole(source: PostingSource, key: string, wanted: readonly Role[]): Set<number> {
  return new Set(source.wordsWith(key).flatMap(({ word, role }) => (wanted.includes(role) ? [word] : [])));
}

/** Words by which a term is found, with the bits that each gives. */
export function wordsOf(
  source: Pick<PostingSource, "wordsWith" | "wordsBeginning">,
  term: WordTerm,
  tier: Tier,
): Map<number, number> {
  const words = new Map<number, number>();
  const put = (word: number, flags: number) => words.set(word, (words.get(word) ?? 0) | flags);
  for (const { key, prefix } of patternsOf(term, tier)) {
    if (prefix) for (const { word } of source.wordsBeginning(key)) put(word, bits.matched);
    else {
      for (const { word, role } of source.wordsWith(key)) {
        if (role === roles.own) {
          if (key === term.forms.first) put(word, inTier1 | bits.number);
        } else if (role !== roles.exact) put(word, key === term.forms.first ? inTier1 | bits.written : inTier1);
      }
    }
  }
  for (const { word, role } of source.wordsWith(term.exact)) {
    if (role === roles.exact) put(word, inTier1 | bits.exact);
  }
  return words;
}

function wordsOfIdentifier(source: PostingSource, term: IdentifierTerm, tier: Tier): Map<number, number> {
  const words = new Map<number, number>();
  const direct = new Set(identifierKeys(term, 1));
  for (const key of identifierKeys(term, tier)) {
    const flags = direct.has(key) ? inTier1 : bits.matched;
    for (const { word, role } of source.wordsWith(key)) {
      if (role === roles.exact) continue;
      words.set(word, (words.get(word) ?? 0) | flags | (role === roles.own ? bits.number : 0));
    }
  }
  return words;
}

function addWords({ source, buffer }: Lookup, words: ReadonlyMap<number, number>, set: DocSet): void {
  const { flags, documents } = set;
  let { length } = set;
  for (const [word, bitsOfWord] of words) {
    const count = source.read(word, buffer);
    // A number of its own is no word of the title.
    const inTitle = bitsOfWord & bits.number ? bitsOfWord : bitsOfWord | bits.title;
    for (let at = 0; at < count; at++) {
      const entry = intAt(buffer, at);
      const document = entry >> 1;
      const before = byteAt(flags, document);
      if (before === 0) documents[length++] = document;
      flags[document] = before | (entry & 1 ? inTitle : bitsOfWord);
    }
  }
  set.length = length;
}

/** Numbers of the platform's own records: "rel2020k7q4". */
const RECORD_NUMBER = /^[a-z]{2,6}\d{4}[a-z0-9]{4,6}$/;

function addOwnNumbers({ source }: Lookup, keys: readonly string[], set: DocSet): void {
  for (const key of keys) {
    if (!RECORD_NUMBER.test(key)) continue;
    for (const document of source.documentsOfNumber(key)) set.add(document, inTier1 | bits.number);
  }
}

/** Numbers that a query may call records of the platform by, squeezed. */
export function recordNumbersIn({ clauses, excluded }: Query): string[] {
  const terms = [...clauses.flatMap((clause) => clause.terms), ...excluded];
  const keys = terms.flatMap((term) => {
    if (term.kind === "phrase") return [];
    return term.kind === "word" ? [term.forms.first] : identifierKeys(term, 3);
  });
  return [...new Set(keys)].filter((key) => RECORD_NUMBER.test(key));
}

/** Documents that have a word of each set. To be released. */
function documentsWithAll(lookup: Lookup, sets: readonly ReadonlySet<number>[]): DocSet {
  const { source, pool } = lookup;
  // The rarest first; a set of one word asked for twice is looked up once.
  const [rarest, ...others] = [...new Map(sets.map((set) => [[...set].join(), set])).values()]
    .map((set) => ({ set, weight: [...set].reduce((sum, word) => sum + source.frequency(word), 0) }))
    .sort((one, other) => one.weight - other.weight);
  const left = pool.acquire();
  if (rarest) addWords(lookup, anyOf(rarest.set), left);
  for (const { set } of others) {
    if (left.length === 0) break;
    const having = pool.acquire();
    addWords(lookup, anyOf(set), having);
    left.intersect(having);
    pool.release(having);
  }
  return left;
}

function anyOf(words: ReadonlySet<number>): Map<number, number> {
  return new Map([...words].map((word) => [word, bits.matched]));
}
