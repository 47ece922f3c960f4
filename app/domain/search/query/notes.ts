import { filterNamed, filterWord } from "#app/domain/search/query/filter-names.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";

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

/** A note with the filter that was meant, by the word which pages in this language use. */
export function nearIn({ key, params }: Note, locale: InterfaceLocale): Note {
  const near = typeof params.near === "string" ? filterNamed(params.near) : null;
  return { key, params: near === null ? params : { ...params, near: filterWord(near, locale) } };
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
