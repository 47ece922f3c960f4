import { domainToASCII } from "node:url";

/**
 * The mailbox that mails come from and that invitations name as their organiser, with an international domain in the
 * letters that mail servers use (RFC 5891); null for what is not one plain address whose domain has at least two parts.
 */
export function readSender(value: string): string | null {
  const at = value.lastIndexOf("@");
  const local = value.slice(0, at);
  const domain = domainToASCII(value.slice(at + 1)).toLowerCase();
  return at > 0 && local.length <= 64 && localPart.test(local) && domainName.test(domain) ? `${local}@${domain}` : null;
}

/** Whether nobody reads a mailbox, by its name: an organiser whom nobody can answer is none. */
export function isUnread(address: string): boolean {
  return /^(?:no|do[-_.]?not)[-_.]?reply@/i.test(address);
}

/** A host without a dot, as on a trial installation, is no mail domain: `.invalid` is reserved for that (RFC 6761). */
export function defaultSender(hostname: string): string {
  return readSender(`zbornik@${hostname}`) ?? "zbornik@zbornik.invalid";
}

// As narrow as addresses of people are: what passes here can be written into every mail and every calendar file.
const localPart = /^[A-Za-z0-9_+'&=~-]+(?:\.[A-Za-z0-9_+'&=~-]+)*$/;
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;
