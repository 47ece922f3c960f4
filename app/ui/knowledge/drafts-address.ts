/** Where drafts are sent while one types; an address without a page. */
export const draftsAddress = "/contributions/drafts";
