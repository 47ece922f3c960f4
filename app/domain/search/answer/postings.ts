import type { Documents } from "#app/domain/search/answer/documents.ts";
import { byteAt, floatAt, intAt } from "#app/domain/search/answer/numbers.ts";
import { lengthOf } from "#app/domain/search/index/document-bytes.ts";

/** Documents between two pauses while the lists are built. */
const STEP = 2000;

/**
 * Which documents have a word: for each word its documents in order, as the distance from the one before, doubled, and
 * one more where the title has it, in integers of seven bits a byte. Documents that came later are kept apart until the
 * lists are built again.
 */
export class Postings {
  private bytes = new Uint8Array(0);
  /** Where the list of a word begins; that of the next follows. */
  private starts = new Float64Array(1);
  private counts = new Int32Array(0);
  private delta = new Map<number, number[]>();
  /** Documents that are in the lists. */
  built = 0;

  /** Documents that came later. */
  deltaSize(documents: Documents): number {
    return documents.size - this.built;
  }

  /** At least as many as have the word, those that are gone included. */
  frequency(word: number): number {
    return (this.counts[word] ?? 0) + (this.delta.get(word)?.length ?? 0);
  }

  /** As `WordSource.read`. */
  read(word: number, into: Int32Array): number {
    let count = 0;
    if (word < this.counts.length) {
      const bytes = this.bytes;
      const end = floatAt(this.starts, word + 1);
      let document = 0;
      for (let at = floatAt(this.starts, word); at < end; ) {
        let byte = byteAt(bytes, at++);
        let value = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = byteAt(bytes, at++);
          value |= (byte & 0x7f) << shift;
        }
        document += value >> 1;
        into[count++] = document * 2 + (value & 1);
      }
    }
    const delta = this.delta.get(word);
    if (delta) for (const entry of delta) into[count++] = entry;
    return count;
  }

  /** Adds the last document, which came later. */
  addToDelta(documents: Documents, document: number): void {
    const seen = new Set<number>();
    eachWord(documents, document, (word, inTitle) => {
      if (seen.has(word)) return;
      seen.add(word);
      const entry = document * 2 + (inTitle ? 1 : 0);
      const known = this.delta.get(word);
      if (known) known.push(entry);
      else this.delta.set(word, [entry]);
    });
  }

  /**
   * Builds the lists of all documents there are when it begins, in small steps: run it to its end. What is asked or
   * added meanwhile is answered from the lists as they were.
   * @param words all words have lower numbers
   */
  *build(documents: Documents, words: number): Generator<void> {
    const size = documents.size;
    // Both passes must see the same documents, whatever goes in between.
    const records = documents.records.values.slice(0, size);
    const lasts = new Int32Array(words).fill(-1);
    const lengths = new Int32Array(words);
    const counts = new Int32Array(words);
    yield* steps(documents, records, lasts, (word, document, inTitle) => {
      const distance = document - Math.max(0, intAt(lasts, word));
      lengths[word] = intAt(lengths, word) + lengthOf(distance * 2 + (inTitle ? 1 : 0));
      counts[word] = intAt(counts, word) + 1;
    });
    const starts = new Float64Array(words + 1);
    for (let word = 0; word < words; word++) {
      starts[word + 1] = floatAt(starts, word) + intAt(lengths, word);
    }
    const bytes = new Uint8Array(floatAt(starts, words));
    const ends = starts.slice(0, words);
    lasts.fill(-1);
    yield* steps(documents, records, lasts, (word, document, inTitle) => {
      let value = (document - Math.max(0, intAt(lasts, word))) * 2 + (inTitle ? 1 : 0);
      let at = floatAt(ends, word);
      while (value >= 0x80) {
        bytes[at++] = (value & 0x7f) | 0x80;
        value >>>= 7;
      }
      bytes[at++] = value;
      ends[word] = at;
    });
    this.bytes = bytes;
    this.starts = starts;
    this.counts = counts;
    this.delta = new Map();
    this.built = size;
    for (let document = size; document < documents.size; document++) this.addToDelta(documents, document);
  }
}

/** Every word of every document once, the documents in order; `lasts` holds the document a word was last met in. */
function* steps(
  documents: Documents,
  records: Int32Array,
  lasts: Int32Array,
  visit: (word: number, document: number, inTitle: boolean) => void,
): Generator<void> {
  for (let document = 0; document < records.length; document++) {
    if (document % STEP === STEP - 1) yield;
    // A document that is gone stays out of the lists; its number stays empty.
    if (records[document] === -1) continue;
    eachWord(documents, document, (word, inTitle) => {
      if (lasts[word] === document) return;
      visit(word, document, inTitle);
      lasts[word] = document;
    });
  }
}

/**
 * Words of a document: those of the title and its numbers first, so that a word's first visit tells whether it is
 * there.
 */
function eachWord(documents: Documents, document: number, visit: (word: number, inTitle: boolean) => void): void {
  const [bytes, start] = documents.bytesOf(document);
  let at = start;
  const number = (): number => {
    let byte = byteAt(bytes, at++);
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = byteAt(bytes, at++);
      value |= (byte & 0x7f) << shift;
    }
    return value;
  };
  const title = number();
  for (let index = 0; index < title; index++) visit(number(), true);
  const bodySize = number();
  const body = at;
  for (let index = 0; index < bodySize; index++) number();
  const titleNumbers = number();
  for (let index = 0; index < titleNumbers; index++) visit(number(), true);
  const rest = at;
  at = body;
  for (let index = 0; index < bodySize; index++) visit(number(), false);
  at = rest;
  for (let section = 0; section < 2; section++) {
    const size = number();
    for (let index = 0; index < size; index++) visit(number(), false);
  }
}
