/** Longest name of an agenda template, in characters. Apart from the schema, so that pages need not carry it. */
export const MAX_TEMPLATE_NAME = 120;
