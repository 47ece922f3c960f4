/** Longest title of a round, in characters. Apart from the schema, so that pages need not carry it. */
export const MAX_ROUND_TITLE = 150;
