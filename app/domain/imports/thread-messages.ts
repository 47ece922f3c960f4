import type { GivenLine, LineFault, PreparedLine, UnchangedLine } from "#app/domain/imports/prepare-line.server.ts";

/** What a thread is started with. */
export interface ThreadWork {
  import: true;
  /** The file of the database whose log is to be written into it; null where nothing is written. */
  database: string | null;
}

/** Lines to be prepared, and the number of the question. */
export interface ThreadQuestion {
  id: number;
  lines: readonly GivenLine[];
  now: Date;
}

/** A line without its words. */
export type WithoutWords = Omit<PreparedLine, "words">;

export interface ThreadAnswer {
  id: number;
  prepared: (WithoutWords | LineFault | UnchangedLine)[];
  /**
   * The words of all lines that were prepared, one after the other: for each of `documentSections` how many there
   * are, and their places in the list of names that the thread tells piece by piece, since most come again and again.
   */
  words: Uint32Array;
  /** Names the thread had not told before, in the order of their places. */
  fresh: string[];
}
