/** Filters that can be typed or stand in an address, by the codes that both use. An unknown one is plain text. */
export const FILTER_NAMES = [
  "kind",
  "theme",
  "beneficiary",
  "institution",
  "group",
  "lang",
  "status",
  "cites",
  "round",
  "session",
  "evidence",
  "before",
  "after",
  "date",
  "has",
] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

/** Values as codes are written, in the order typed, none twice; a filter that was not typed is absent. */
export type Filters = { readonly [Name in FilterName]?: readonly string[] };

/** Filters that narrow with every value, where values of the others are alternatives. */
export const BOUND_NAMES = ["evidence", "before", "after", "date", "has"] as const;
export type BoundName = (typeof BOUND_NAMES)[number];

export function isFilterName(name: string): name is FilterName {
  return (FILTER_NAMES as readonly string[]).includes(name);
}
