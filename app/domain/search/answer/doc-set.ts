/** What is known of a document that has something of what was asked for; bits of one byte. */
export const bits = {
  /** It is found, in the tier asked for. */
  found: 1,
  /** It would be found in tier 1. */
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

/** Documents with bits. */
export interface Found {
  /** By place of the document; 0 where it is not among `documents`. */
  readonly flags: Uint8Array;
  readonly documents: Int32Array;
  length: number;
}

/** Lends out `Found`s for a source of one size, and takes them back emptied, since a new one costs a pass over memory. */
export class FoundPool {
  readonly #size: number;
  readonly #free: Found[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  lend(): Found {
    return this.#free.pop() ?? { flags: new Uint8Array(this.#size), documents: new Int32Array(this.#size), length: 0 };
  }

  takeBack(found: Found): void {
    const { flags, documents, length } = found;
    if (length * 8 > flags.length) flags.fill(0);
    else for (let at = 0; at < length; at++) flags[documents[at] as number] = 0;
    found.length = 0;
    this.#free.push(found);
  }
}

/** Adds bits to a document. */
export function add(found: Found, document: number, flags: number): void {
  const before = found.flags[document] as number;
  if (before === 0) found.documents[found.length++] = document;
  found.flags[document] = before | flags;
}

/** Takes out the documents that have no bits among others. */
export function keepThose(found: Found, others: Uint8Array): void {
  const { flags, documents } = found;
  let length = 0;
  for (let at = 0; at < found.length; at++) {
    const document = documents[at] as number;
    if (others[document] === 0) flags[document] = 0;
    else documents[length++] = document;
  }
  found.length = length;
}
