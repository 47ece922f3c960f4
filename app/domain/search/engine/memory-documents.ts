import { type Growing, growingBytes, growingIntegers } from "#app/domain/search/engine/growing.ts";
import { FILTER, type Phrase, phraseBits } from "#app/domain/search/engine/phrase.ts";

const LEAST_CHUNK = 1 << 16;
const MOST_CHUNK = 1 << 24;

/** All documents by place, as they are stored, and what record and language each belongs to. */
export class MemoryDocuments {
  /** Numbers of the rows. */
  readonly ids: Growing<Int32Array> = growingIntegers();
  /** Places of their records; -1 for one that is gone. */
  readonly records: Growing<Int32Array> = growingIntegers();
  /** Places of their languages in `languages`. */
  readonly languages: Growing<Uint8Array> = growingBytes();
  /** 1 for the version that its author wrote. */
  readonly originals: Growing<Uint8Array> = growingBytes();
  /** 1 where it has a summary. */
  readonly summarised: Growing<Uint8Array> = growingBytes();
  readonly languageNames: string[] = [];
  /** How many are gone. */
  gone = 0;

  readonly #chunks: Uint8Array[] = [];
  #used = 0;
  #bytes = 0;
  readonly #chunkOf: Growing<Int32Array> = growingIntegers();
  readonly #startOf: Growing<Int32Array> = growingIntegers();
  #title = new Int32Array(256);
  #body = new Int32Array(1024);

  get size(): number {
    return this.ids.length;
  }

  /** Sets what may change of a document that stays. */
  describe(document: number, isOriginal: boolean, isSummarised: boolean): void {
    this.originals.values[document] = isOriginal ? 1 : 0;
    this.summarised.values[document] = isSummarised ? 1 : 0;
  }

  /** @returns the place of the document */
  add(id: number, record: number, language: string, words: Uint8Array): number {
    let place = this.languageNames.indexOf(language);
    if (place === -1) place = this.languageNames.push(language) - 1;
    this.ids.push(id);
    this.records.push(record);
    this.languages.push(place);
    this.originals.push(0);
    this.summarised.push(0);
    this.#store(words);
    return this.size - 1;
  }

  remove(document: number): void {
    this.records.values[document] = -1;
    this.gone++;
  }

  /** The bytes of a document and of all that follow in its chunk, and where it begins. */
  bytesOf(document: number): [bytes: Uint8Array, start: number] {
    return [
      this.#chunks[this.#chunkOf.values[document] as number] as Uint8Array,
      this.#startOf.values[document] as number,
    ];
  }

  /** Words of title and body in order; valid until the next call. */
  textOf(document: number): { title: Int32Array; body: Int32Array } {
    const [bytes, start] = this.bytesOf(document);
    let at = start;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++] as number;
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    if (size > this.#title.length) this.#title = new Int32Array(size * 2);
    at = readWords(bytes, at, size, this.#title);
    const inTitle = size;
    size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++] as number;
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    if (size > this.#body.length) this.#body = new Int32Array(size * 2);
    readWords(bytes, at, size, this.#body);
    return { title: this.#title.subarray(0, inTitle), body: this.#body.subarray(0, size) };
  }

  /** As `WordSource.phraseIn`, on the bytes as they are. */
  phraseIn(document: number, { near, exact, filter, last }: Phrase): number {
    const bytes = this.#chunks[this.#chunkOf.values[document] as number] as Uint8Array;
    let at = this.#startOf.values[document] as number;
    let where = 0;
    const all = exact === null ? 0 : phraseBits.exact;
    for (let section: number = phraseBits.title; section <= phraseBits.body; section++) {
      let left = -1;
      let reached = 0;
      let exactly = 0;
      // The first number of a section is how many words it has.
      do {
        let byte = bytes[at++] as number;
        let value = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[at++] as number;
          value |= (byte & 0x7f) << shift;
        }
        if (left === -1) {
          left = value;
          continue;
        }
        left--;
        if (filter[value & FILTER] === 0) {
          reached = 0;
          exactly = 0;
          continue;
        }
        reached = ((reached << 1) | 1) & (near.get(value) ?? 0);
        if (reached & last) where |= section;
        if (exact !== null) {
          exactly = ((exactly << 1) | 1) & (exact.get(value) ?? 0);
          if (exactly & last) where |= phraseBits.exact;
        }
        if (section === phraseBits.body && where & phraseBits.body && (where & all) === all) return where;
      } while (left > 0);
    }
    return where;
  }

  #store(words: Uint8Array): void {
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || this.#used + words.length > chunk.length) {
      const size = Math.max(LEAST_CHUNK, Math.min(MOST_CHUNK, this.#bytes), words.length);
      chunk = new Uint8Array(size);
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    chunk.set(words, this.#used);
    this.#chunkOf.push(this.#chunks.length - 1);
    this.#startOf.push(this.#used);
    this.#used += words.length;
    this.#bytes += words.length;
  }
}

/** Reads so many numbers from a place on. @returns the place behind them */
function readWords(bytes: Uint8Array, from: number, count: number, into: Int32Array): number {
  let at = from;
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    into[index] = value;
  }
  return at;
}
