import { documentSections } from "#app/domain/search/index/document-words.ts";

/** The words of a document by their numbers in the index. */
export interface NumberedWords {
  title: ArrayLike<number> & Iterable<number>;
  body: ArrayLike<number> & Iterable<number>;
  titleNumbers: ArrayLike<number> & Iterable<number>;
  bodyNumbers: ArrayLike<number> & Iterable<number>;
  own: ArrayLike<number> & Iterable<number>;
}

/**
 * A document as it is stored: for each section how many words it has, then their numbers, all as variable-length
 * integers of seven bits a byte, the least first.
 */
export function encodeDocument(words: NumberedWords): Uint8Array {
  let size = 0;
  for (const section of documentSections) {
    const numbers = words[section];
    size += lengthOf(numbers.length);
    for (let at = 0; at < numbers.length; at++) size += lengthOf(numbers[at] as number);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  const write = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  };
  for (const section of documentSections) {
    const numbers = words[section];
    write(numbers.length);
    for (let index = 0; index < numbers.length; index++) write(numbers[index] as number);
  }
  return bytes;
}

/** How many bytes a number below 2^31 takes. */
export function lengthOf(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/** The byte a number begins with. */
export function firstByteOf(value: number): number {
  return value < 0x80 ? value : (value & 0x7f) | 0x80;
}

/** Reads what `encodeDocument` wrote. */
export function decodeDocument(bytes: Uint8Array): NumberedWords {
  const reader = { at: 0 };
  const [title = [], body = [], titleNumbers = [], bodyNumbers = [], own = []] = documentSections.map(() => {
    const words: number[] = new Array(readNumber(bytes, reader));
    for (let index = 0; index < words.length; index++) words[index] = readNumber(bytes, reader);
    return words;
  });
  return { title, body, titleNumbers, bodyNumbers, own };
}

function readNumber(bytes: Uint8Array, reader: { at: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[reader.at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

/** By word: in which document it was met last, counted by `columnWords`. */
let met: Float64Array = new Float64Array(1024);
let documents = 0;

/** Words of a document that its title has, and those that only the rest has: the columns of the full-text table. */
export function columnWords(words: NumberedWords): { title: number[]; body: number[] } {
  documents++;
  const pick = (numbers: ArrayLike<number>, into: number[]): number[] => {
    for (let at = 0; at < numbers.length; at++) {
      const word = numbers[at] as number;
      if (word >= met.length) met = larger(met, word);
      if (met[word] === documents) continue;
      met[word] = documents;
      into.push(word);
    }
    return into;
  };
  const title = pick(words.titleNumbers, pick(words.title, []));
  return { title, body: pick(words.own, pick(words.bodyNumbers, pick(words.body, []))) };
}

function larger(numbers: Float64Array, least: number): Float64Array {
  const result = new Float64Array(least * 2);
  result.set(numbers);
  return result;
}

const digits = Buffer.from("0123456789abcdefghijklmnopqrstuvwxyz");
const BASE = digits.length;
/** A number below 2^31 has six digits at most, and one place is between two. */
const WIDTH = 7;
let room = Buffer.alloc(4096);

/** Words as a column of the full-text table holds them: their numbers to the base 36. */
export function wordTokens(words: readonly number[]): string {
  // By hand: a string for each and one of them all take three times as long.
  if (room.length < words.length * WIDTH) room = Buffer.alloc(words.length * WIDTH * 2);
  let start = 0;
  for (const word of words) {
    let end = start;
    for (let rest = word; rest > 0; rest = (rest / BASE) | 0) end++;
    let rest = word;
    for (let at = end; at > start; rest = (rest / BASE) | 0) room[--at] = digits[rest % BASE] as number;
    room[end] = 0x20;
    start = end + 1;
  }
  return room.toString("latin1", 0, Math.max(0, start - 1));
}
