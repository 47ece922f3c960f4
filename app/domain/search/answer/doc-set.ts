import { byteAt, intAt } from "#app/domain/search/answer/numbers.ts";

/** What is known of a document that has something of what was asked for; bits of one byte. */
export const bits = {
  /** It matches, in the tier asked for. */
  matched: 1,
  /** It would match in tier 1. */
  first: 2,
  /** Folded as it was typed, without stems. */
  written: 4,
  /** Letter by letter. */
  exact: 8,
  /** In the title. */
  title: 16,
  /** Without synonyms. */
  direct: 32,
  /** By the record's own number. */
  number: 64,
} as const;

/** A set of documents with bits. */
export class DocSet {
  /** By document; 0 where it is not in the set. */
  readonly flags: Uint8Array;
  readonly documents: Int32Array;
  length = 0;

  /** @param size all documents are below it */
  constructor(size: number) {
    this.flags = new Uint8Array(size);
    this.documents = new Int32Array(size);
  }

  /** Adds bits to a document. */
  add(document: number, flags: number): void {
    const before = byteAt(this.flags, document);
    if (before === 0) this.documents[this.length++] = document;
    this.flags[document] = before | flags;
  }

  at(index: number): number {
    return intAt(this.documents, index);
  }

  flagsOf(document: number): number {
    return byteAt(this.flags, document);
  }

  /** Takes out the documents that have no bits in another set. */
  intersect(other: DocSet): void {
    const { flags, documents } = this;
    let length = 0;
    for (let at = 0; at < this.length; at++) {
      const document = intAt(documents, at);
      if (byteAt(other.flags, document) === 0) flags[document] = 0;
      else documents[length++] = document;
    }
    this.length = length;
  }

  clear(): void {
    const { flags, documents, length } = this;
    if (length * 8 > flags.length) flags.fill(0);
    else for (let at = 0; at < length; at++) flags[intAt(documents, at)] = 0;
    this.length = 0;
  }
}

/** Sets of documents for use again and again, since a new one costs a pass over memory. */
export class DocSetPool {
  private readonly size: number;
  private readonly free: DocSet[] = [];

  constructor(size: number) {
    this.size = size;
  }

  /** An empty set, to be released after use. */
  acquire(): DocSet {
    return this.free.pop() ?? new DocSet(this.size);
  }

  release(set: DocSet): void {
    set.clear();
    this.free.push(set);
  }
}
