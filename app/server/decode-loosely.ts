/** What an address says, in plain characters; one that is not encoded as it should be stays as it is. */
export function decodeLoosely(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
