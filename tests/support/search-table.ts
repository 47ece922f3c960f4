import { Documents } from "#app/domain/search/answer/documents.ts";
import { matchQuery } from "#app/domain/search/answer/match-query.ts";
import { lookupIn } from "#app/domain/search/answer/match-term.ts";
import type { Phrase } from "#app/domain/search/answer/phrase.ts";
import { Postings } from "#app/domain/search/answer/postings.ts";
import { TermDictionary } from "#app/domain/search/answer/term-dictionary.ts";
import { encodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { documentWords } from "#app/domain/search/index/document-words.ts";
import { wordKeys } from "#app/domain/search/index/word-roles.ts";
import { parseQuery } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { squeezeIdentifier } from "#app/language/identifiers.ts";

export interface Text {
  readonly title?: string;
  readonly body?: string;
  readonly identifier?: string;
}

/** An index in memory as the product has one, with texts numbered from 1. */
export function searchTable(texts: readonly Text[], locale?: string) {
  const numbers = new Map<string, number>();
  const words = new TermDictionary();
  const documents = new Documents();
  const postings = new Postings();
  for (const [at, { title = "", body = "", identifier }] of texts.entries()) {
    const read = documentWords(title, body, locale, identifier ? [squeezeIdentifier(identifier)] : []);
    for (const name of read.names) if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    const numbered = (places: Uint32Array) => places.map((place) => numbers.get(read.names[place] ?? "") ?? 0);
    const bytes = encodeDocument({
      title: numbered(read.title),
      body: numbered(read.body),
      titleNumbers: numbered(read.titleNumbers),
      bodyNumbers: numbered(read.bodyNumbers),
      own: numbered(read.own),
    });
    documents.add(at + 1, at, locale ?? "", bytes);
  }
  for (const [name, word] of numbers) words.add(word, wordKeys(name));
  words.loaded();
  for (const _ of postings.build(documents, numbers.size + 1));
  const source = {
    size: documents.size,
    wordsWith: (key: string) => words.wordsWith(key),
    wordsBeginning: (start: string) => words.wordsBeginning(start),
    frequency: (word: number) => postings.frequency(word),
    read: (word: number, into: Int32Array) => postings.read(word, into),
    textOf: (document: number) => documents.textOf(document),
    phraseIn: (document: number, phrase: Phrase, first: number) => documents.phraseIn(document, phrase, first),
    documentsOfNumber: () => [],
  };
  const lookup = lookupIn(source);
  const ranked = (typed: string, tier: Tier) => {
    const { documents: places, ranks, length } = matchQuery(lookup, parseQuery(typed), tier);
    return Array.from({ length }, (_, at) => ({ text: (places[at] ?? 0) + 1, rank: ranks[at] ?? 0 }));
  };

  return {
    /** Texts a query finds in a tier, by number, with their ranks. */
    ranked,
    /** Texts a query finds in a tier, by number. */
    find: (typed: string, tier: Tier = 1): number[] =>
      ranked(typed, tier)
        .map(({ text }) => text)
        .sort((one, other) => one - other),
    /** Texts a query finds, best first. */
    rank: (typed: string, tier: Tier = 1): number[] =>
      ranked(typed, tier)
        .sort((one, other) => other.rank - one.rank || one.text - other.text)
        .map(({ text }) => text),
  };
}
