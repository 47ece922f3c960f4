/** Where drafts are sent while one types; an address without a page. */
export const draftsAddress = "/contributions/drafts";

/** Where a language version of a record is written, perhaps one that is there already. */
export function translationAddress(number: string, language?: string): string {
  return `/contributions/${number}/translation${language ? `?language=${language}` : ""}`;
}
