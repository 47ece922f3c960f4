/** Somebody with an address, as mails and calendars name them. */
export interface Mailbox {
  name: string;
  address: string;
}

/**
 * One mail address and nothing else, with the domain in lower case; null for anything that a mail program could read
 * as two recipients, a display name, a quoted local part, a comment or a route. Narrower than RFC 5321: the local
 * part is a dot-atom (RFC 5322, 3.2.3) without the characters that relays and URIs give a meaning of their own
 * (`%`, `!`, `?`, `/`), the domain has at least two ASCII labels. Does not trim: a space is a refusal.
 */
export function strictAddress(input: string): string | null {
  if (input.length > MAX_ADDRESS) return null;
  const at = input.indexOf("@");
  const local = input.slice(0, at);
  const domain = input.slice(at + 1);
  if (at < 1 || local.length > MAX_LOCAL || !localPart.test(local)) return null;
  if (domain.length > MAX_DOMAIN || !domainName.test(domain)) return null;
  return `${local}@${domain.toLowerCase()}`;
}

/**
 * The form under which an address is stored for looking up and compared: wholly in lower case, because no provider
 * in use tells `Ana@` from `ana@` and two accounts must not share a mailbox. Null where `strictAddress` is.
 */
export function addressKey(input: string): string | null {
  return strictAddress(input)?.toLowerCase() ?? null;
}

/** Lengths in octets, RFC 5321, 4.5.3.1; 254 is what fits into a path of 256 with its brackets. */
const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;

// Tested before lower-casing and without the flag "i", or the Kelvin sign would pass for a "k".
const localPart = /^[A-Za-z0-9_+'&=~-]+(?:\.[A-Za-z0-9_+'&=~-]+)*$/;
const domainName =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?=[0-9-]*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;
