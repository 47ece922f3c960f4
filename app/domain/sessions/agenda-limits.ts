/** Longest texts of an agenda item, in characters. Apart from the schema, so that pages need not carry it. */
export const itemLimits = { title: 200, description: 5000 } as const;
