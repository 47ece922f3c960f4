/** What a record can be asked to have. There are no attachments yet. */
export const hasCodes = ["attachment", "translation", "references"] as const;
export type HasCode = (typeof hasCodes)[number];

/** Filters that are no list of values. */
export interface SearchBounds {
  /** Stages of evidence, both included. */
  readonly evidence: { readonly least: number; readonly most: number } | null;
  /** When it was submitted, ISO 8601 in UTC: from this instant on, and before that one. */
  readonly from: string | null;
  readonly until: string | null;
  /** All of these. */
  readonly has: readonly HasCode[];
}

export const noBounds: SearchBounds = { evidence: null, from: null, until: null, has: [] };
