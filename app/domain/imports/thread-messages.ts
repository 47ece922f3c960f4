import type { LineFault, LineTexts, Preparation } from "#app/domain/imports/prepare-line.server.ts";

/** Texts to be prepared, and the number of the question. */
export interface ThreadQuestion {
  id: number;
  lines: readonly LineTexts[];
  now: Date;
}

/** A preparation whose words are numbers of a list that the thread tells piece by piece: most come again and again. */
export type Numbered = Omit<Preparation, "words"> & { words: Omit<Preparation["words"], "names">; names: Uint32Array };

export interface ThreadAnswer {
  id: number;
  prepared: (Numbered | LineFault)[];
  /** Names the thread had not told before, in the order of their numbers. */
  fresh: string[];
}
