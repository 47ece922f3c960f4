/** One step of how well the words match outweighs everything a record brings by itself; see `rankWeights`. */
export const TEXT_STEP = 16;

/**
 * What the state of review adds, so that of records that match alike the reviewed ones stand first. A source gives its
 * records one of these.
 */
export const reviewWeights = { validated: 6, checked: 4, complete: 2, none: 0 } as const;

/** A record of this year adds so much, one of last year one less, and so on: a year is half a state of review. */
export const RECENT_YEARS = 4;
