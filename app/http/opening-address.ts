/** The part of an address that tells one opening of a page from the next: when, in minutes, and what was drawn. */
export const OPENED = "opened";

/** The same address without it: it is the same page. */
export function withoutOpening(url: URL): URL {
  const bare = new URL(url);
  bare.searchParams.delete(OPENED);
  return bare;
}
