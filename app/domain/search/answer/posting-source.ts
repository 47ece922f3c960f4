import type { Phrase } from "#app/domain/search/answer/phrase.ts";
import type { Role } from "#app/domain/search/index/word-roles.ts";

/** A word of the index that has a key, and what the key is to it. */
export interface KeyedWord {
  readonly word: number;
  readonly role: Role;
}

/** Where a query is answered from. */
export interface PostingSource {
  /** Documents are numbers from 0 to below this; not each need stand for one. */
  readonly size: number;
  /** Words that have a key. */
  wordsWith(key: string): readonly KeyedWord[];
  /** Words that have a key in letters and digits which begins like this: folded, in another spelling, or a number. */
  wordsBeginning(start: string): readonly KeyedWord[];
  /** How many documents have a word, at least about. */
  frequency(word: number): number;
  /**
   * Writes the documents that have a word into a buffer of at least `size`: twice the document, and one more where the
   * title has it. @returns how many
   */
  read(word: number, into: Int32Array): number;
  /** Words of title and body in order, by number. */
  textOf(document: number): { title: ArrayLike<number>; body: ArrayLike<number> };
  /**
   * Where a phrase stands in a document that has its first word, beginning with that one at least; see `phraseBits`.
   * Where it also stands elsewhere need not be said.
   */
  phraseIn(document: number, phrase: Phrase, first: number): number;
  /** Documents of the records that are called by a number which is no word of theirs, squeezed. */
  documentsOfNumber(number: string): readonly number[];
}
