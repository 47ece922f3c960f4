import type { LineFault, LineTexts, Preparation } from "#app/domain/imports/prepare-line.server.ts";

/** Texts to be prepared, and the number of the question. */
export interface ThreadQuestion {
  id: number;
  lines: readonly LineTexts[];
  now: Date;
}

/** A preparation without its words. */
export type Unworded = Omit<Preparation, "words">;

export interface ThreadAnswer {
  id: number;
  prepared: (Unworded | LineFault)[];
  /**
   * The words of all preparations, one after the other: for each of `documentSections` how many there are, and their
   * places in the list of names that the thread tells piece by piece, since most come again and again.
   */
  words: Uint32Array;
  /** Names the thread had not told before, in the order of their places. */
  fresh: string[];
}
