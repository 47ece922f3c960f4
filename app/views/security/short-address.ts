/**
 * An IPv6 address as people write it: its longest run of zeros left out (RFC 5952, 4.2). Everything else stays as it
 * is.
 */
export function shortAddress(address: string): string {
  const groups = address.split(":");
  if (groups.length !== 8) return address;
  const [longest = ""] = (address.match(/(?<![^:])0(?::0)+(?![^:])/g) ?? []).sort((a, b) => b.length - a.length);
  if (longest === "") return address;
  const at = `:${address}:`.indexOf(`:${longest}:`);
  return `${address.slice(0, Math.max(0, at - 1))}::${address.slice(at + longest.length + 1)}`;
}
