import type { Tier } from "#app/domain/search/query/terms.ts";

type NoteName =
  | "unknownOperator"
  | "unknownOperatorNear"
  | "emptyFilter"
  | "negatedFilter"
  | "unclosedQuote"
  | "tooLong"
  | "tooManyWords"
  | "onlyExclusions"
  | "noWords"
  | "similarWords"
  | "anyWord"
  | "didYouMean"
  | "rebuilding";

/** Something to tell the viewer about a search: a key of the catalogue and what goes into its gaps. */
export interface Note {
  readonly key: `searchNotes.${NoteName}`;
  readonly params: Readonly<Record<string, string | number>>;
}

export function note(name: NoteName, params: Note["params"] = {}): Note {
  return { key: `searchNotes.${name}`, params };
}

/** Every note once: said twice it says no more. */
export function distinctNotes(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((one) => [JSON.stringify(one), one])).values()];
}

/** A wider tier is named to the viewer, never silent. */
export function tierNote(tier: Tier): Note | null {
  if (tier === 1) return null;
  return note(tier === 2 ? "similarWords" : "anyWord");
}
