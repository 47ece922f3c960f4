/** Longest title of a round, in characters. Apart from the schema, so that pages need not carry it. */
export const roundTitleLimit = 150;
