/** Longest field of links to calls, in characters: one for each of sixty sessions. */
export const MAX_JOIN_LINKS = 20_000;
