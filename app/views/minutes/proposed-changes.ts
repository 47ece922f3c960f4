import { type TextPart, wordDifferences } from "#app/views/contributions/word-differences.ts";

/** The texts that an amendment stands between. */
export interface AmendedTexts {
  /** What was written when it was begun. */
  base: string;
  /** What is written now. */
  current: string;
  /** What it proposes. */
  body: string;
  /** What would be written if it were accepted now. */
  merged: string;
  decision: "accepted" | "refused" | null;
}

/**
 * What an amendment changes, word by word: while it waits, in the text as it is now; once it is decided, in the text
 * that it was begun from, as the text of now may hold it already.
 */
export function proposedChanges({ base, current, body, merged, decision }: AmendedTexts): TextPart[] {
  return decision ? wordDifferences(base, body) : wordDifferences(current, merged);
}
