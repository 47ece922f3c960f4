/** Longest texts of an agenda item, in characters. Apart from the schema, so that pages need not carry it. */
export const itemLimits = { title: 200, description: 5000 } as const;

/** More than fit into any day; everybody in a session has all of them on its page. */
export const MOST_ITEMS = 100;
