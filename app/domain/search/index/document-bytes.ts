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
  const next = { at: 0 };
  const [title = [], body = [], titleNumbers = [], bodyNumbers = [], own = []] = documentSections.map(() => {
    const words: number[] = new Array(readNumber(bytes, next));
    for (let index = 0; index < words.length; index++) words[index] = readNumber(bytes, next);
    return words;
  });
  return { title, body, titleNumbers, bodyNumbers, own };
}

function readNumber(bytes: Uint8Array, next: { at: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[next.at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}
