import { type GrowableArray, growableBytes, growableIntegers } from "#app/domain/search/answer/growable-array.ts";
import { byteAt } from "#app/domain/search/answer/numbers.ts";
import { type Phrase, phraseBits } from "#app/domain/search/answer/phrase.ts";
import { firstByteOf } from "#app/domain/search/index/document-bytes.ts";

const MIN_CHUNK = 1 << 16;
const MAX_CHUNK = 1 << 24;

/** All documents by number, as they are stored, and what record and language each belongs to. */
export class Documents {
  /** Numbers of the rows. */
  readonly ids: GrowableArray<Int32Array> = growableIntegers();
  /** Ordinals of their records; -1 for one that is gone. */
  readonly records: GrowableArray<Int32Array> = growableIntegers();
  /** Ordinals of their languages in `languageNames`. */
  readonly languages: GrowableArray<Uint8Array> = growableBytes();
  /** 1 for the version that its author wrote. */
  readonly originals: GrowableArray<Uint8Array> = growableBytes();
  /** 1 where it has a summary. */
  readonly summarised: GrowableArray<Uint8Array> = growableBytes();
  readonly languageNames: string[] = [];
  /** How many are gone. */
  gone = 0;

  private readonly chunks: Uint8Array[] = [];
  /** How many bytes of each are used. */
  private readonly usedOf: number[] = [];
  private used = 0;
  private readonly chunkOf: GrowableArray<Int32Array> = growableIntegers();
  private readonly startOf: GrowableArray<Int32Array> = growableIntegers();
  private title = new Int32Array(256);
  private body = new Int32Array(1024);

  languageName(ordinal: number): string {
    return this.languageNames[ordinal] as string;
  }

  languageOf(document: number): string {
    return this.languageName(this.languages.at(document));
  }

  get size(): number {
    return this.ids.length;
  }

  /** Sets what may change of a document that stays. */
  describe(document: number, isOriginal: boolean, isSummarised: boolean): void {
    this.originals.set(document, isOriginal ? 1 : 0);
    this.summarised.set(document, isSummarised ? 1 : 0);
  }

  /** @returns the number of the document in memory */
  add(id: number, record: number, language: string, words: Uint8Array): number {
    let ordinal = this.languageNames.indexOf(language);
    if (ordinal === -1) ordinal = this.languageNames.push(language) - 1;
    this.ids.push(id);
    this.records.push(record);
    this.languages.push(ordinal);
    this.originals.push(0);
    this.summarised.push(0);
    this.store(words);
    return this.size - 1;
  }

  remove(document: number): void {
    this.records.set(document, -1);
    this.gone++;
  }

  /** The bytes of a document and of all that follow in its chunk, and where it begins. */
  bytesOf(document: number): [bytes: Uint8Array, start: number] {
    return [this.chunks[this.chunkOf.at(document)] as Uint8Array, this.startOf.at(document)];
  }

  /** A document as `encodeDocument` made it, and what follows it. */
  encoded(document: number): Uint8Array {
    const [bytes, start] = this.bytesOf(document);
    return bytes.subarray(start);
  }

  /** Words of title and body in order; valid until the next call. */
  textOf(document: number): { title: Int32Array; body: Int32Array } {
    const [bytes, start] = this.bytesOf(document);
    const title = numberAt(bytes, start);
    if (title > this.title.length) this.title = new Int32Array(title * 2);
    const titleEnd = readWords(bytes, behindNumbers(bytes, start, 1), title, this.title);
    const body = numberAt(bytes, titleEnd);
    if (body > this.body.length) this.body = new Int32Array(body * 2);
    readWords(bytes, behindNumbers(bytes, titleEnd, 1), body, this.body);
    return { title: this.title.subarray(0, title), body: this.body.subarray(0, body) };
  }

  /** As `WordSource.phraseIn`, on the bytes as they are. */
  phraseIn(document: number, phrase: Phrase, first: number): number {
    const chunk = this.chunkOf.at(document);
    const bytes = this.chunks[chunk] as Uint8Array;
    const start = this.startOf.at(document);
    const isLast = document + 1 === this.size || this.chunkOf.at(document + 1) !== chunk;
    const end = isLast ? (this.usedOf[chunk] as number) : this.startOf.at(document + 1);
    const firstByte = firstByteOf(first);
    // Letter by letter it begins with some words only: with others the first time it stands there says all.
    const wanted = phrase.exact !== null && (phrase.exact.get(first) ?? 0) & 1 ? phraseBits.exact : 0;
    let sections: Sections | null = null;
    let where = 0;
    // The first number of all is how many words the title has.
    for (let at = start + 1; at < end; at++) {
      // Behind a byte from 128 on the same number goes on.
      if (bytes[at] !== firstByte || byteAt(bytes, at - 1) >= 0x80) continue;
      const stands = standsAt(bytes, at, phrase, first);
      if (stands === 0) continue;
      sections ??= sectionsOf(bytes, start, end);
      const section = sectionOf(sections, at, Math.floor(stands / STANDS));
      if (section === 0) continue;
      where |= (stands & NEAR ? section : 0) | (stands & phraseBits.exact);
      if ((where & ~phraseBits.exact) !== 0 && (where & wanted) === wanted) break;
    }
    return where;
  }

  private store(words: Uint8Array): void {
    let chunk = this.chunks.at(-1);
    const isFull = (this.usedOf.at(-1) ?? 0) + words.length > (chunk?.length ?? 0);
    if (chunk === undefined || isFull) {
      const size = Math.max(MIN_CHUNK, Math.min(MAX_CHUNK, this.used), words.length);
      chunk = new Uint8Array(size);
      this.chunks.push(chunk);
      this.usedOf.push(0);
    }
    const last = this.chunks.length - 1;
    const used = this.usedOf[last] as number;
    chunk.set(words, used);
    this.chunkOf.push(last);
    this.startOf.push(used);
    this.usedOf[last] = used + words.length;
    this.used += words.length;
  }
}

/** Reads so many numbers from a byte on. @returns the byte behind them */
function readWords(bytes: Uint8Array, from: number, count: number, into: Int32Array): number {
  let at = from;
  for (let index = 0; index < count; index++) {
    let byte = byteAt(bytes, at++);
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = byteAt(bytes, at++);
      value |= (byte & 0x7f) << shift;
    }
    into[index] = value;
  }
  return at;
}

/** A phrase stands somewhere, though not letter by letter. */
const NEAR = 1;
/** What stands beside where it ends is less than this. */
const STANDS = 8;

/**
 * Whether a phrase that begins with a word stands from a byte on.
 * @returns 0, or `NEAR` and `phraseBits.exact` as they apply, and `STANDS` times where it ends
 */
function standsAt(bytes: Uint8Array, from: number, { near, exact, length }: Phrase, first: number): number {
  let isNear = true;
  let isExact = exact !== null;
  let at = from;
  for (let position = 0; position < length; position++) {
    let byte = byteAt(bytes, at++);
    let word = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = byteAt(bytes, at++);
      word |= (byte & 0x7f) << shift;
    }
    if (position === 0 && word !== first) return 0;
    if (isNear) isNear = (((near.get(word) ?? 0) >>> position) & 1) === 1;
    if (isExact) isExact = ((((exact as ReadonlyMap<number, number>).get(word) ?? 0) >>> position) & 1) === 1;
    if (!isNear && !isExact) return 0;
  }
  return at * STANDS + (isNear ? NEAR : 0) + (isExact ? phraseBits.exact : 0);
}

/** Where the words of the title end, and where those of the body begin and end. */
interface Sections {
  readonly titleEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

function sectionsOf(bytes: Uint8Array, start: number, end: number): Sections {
  const title = numberAt(bytes, start);
  const titleEnd = behindNumbers(bytes, start, title + 1);
  const bodyStart = behindNumbers(bytes, titleEnd, 1);
  // Most documents have no identifiers: three sections without a word follow, and no number of a word is 0.
  const isPlain = bytes[end - 1] === 0 && bytes[end - 2] === 0 && bytes[end - 3] === 0;
  const bodyEnd = isPlain ? end - 3 : behindNumbers(bytes, bodyStart, numberAt(bytes, titleEnd));
  return { titleEnd, bodyStart, bodyEnd };
}

/** In which section what stands from a byte up to another does: `phraseBits.title`, `phraseBits.body` or 0. */
function sectionOf({ titleEnd, bodyStart, bodyEnd }: Sections, from: number, to: number): number {
  if (to <= titleEnd) return phraseBits.title;
  return from >= bodyStart && to <= bodyEnd ? phraseBits.body : 0;
}

function numberAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = byteAt(bytes, at);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

/** The byte behind so many numbers. */
function behindNumbers(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  // Every number ends with a byte below 128.
  for (let left = count; left > 0; at++) left -= 1 - (byteAt(bytes, at) >> 7);
  return at;
}
