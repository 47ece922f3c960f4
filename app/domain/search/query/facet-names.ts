/** Filters with counts, in the order in which they are shown. */
export const facetNames = ["kind", "beneficiary", "theme", "institution", "round", "session"] as const;
export type FacetName = (typeof facetNames)[number];
