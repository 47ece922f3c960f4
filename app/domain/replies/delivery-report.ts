import { addressKey } from "#app/domain/address.ts";

/** What a mail server says of a mail that did not arrive, or did (RFC 3464). */
export interface DeliveryReport {
  /** Message-IDs that it names, without brackets: the mail in question is among them. */
  messageIds: string[];
  recipients: { address: string; outcome: "failed" | "delayed" | "delivered"; status: string }[];
}

const MAX_RECIPIENTS = 20;

/**
 * Reads a report.
 * @param status its part for programs, in blocks of lines of which each is about one recipient
 * @param whole all of the mail: what came back is in it, or at least its headers
 * @param refersTo Message-IDs that it replies to: servers that send nothing back say by these what it is about
 */
export function readDeliveryReport(status: string, whole: string, refersTo: readonly string[]): DeliveryReport {
  const blocks = status.split(/\r?\n[ \t]*\r?\n/).slice(0, MAX_RECIPIENTS + 5);
  const recipients = blocks.flatMap(recipientsOf);
  return { messageIds: messageIdsIn(whole, refersTo), recipients: recipients.slice(0, MAX_RECIPIENTS) };
}

/** The Message-IDs of headers that stand in a text, and others. */
export function messageIdsIn(whole: string, others: readonly string[]): string[] {
  const named = whole.matchAll(/^[> \t]*message-id:[ \t\r\n]*<([^<>\s]{3,250})>/gim);
  return [...new Set([...others, ...Array.from(named, ([, id = ""]) => id)])].slice(0, 20);
}

/** Both the address that was written to and the one behind it, where a server names another: one of them is known. */
function recipientsOf(block: string): DeliveryReport["recipients"] {
  const lines = block.replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]{1,300})`, "im").exec(lines)?.[1]?.trim() ?? "";
  const addresses = [addressIn(field("original-recipient")), addressIn(field("final-recipient"))];
  const outcome = outcomes[field("action").toLowerCase()];
  if (outcome === undefined) return [];
  const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field("status"))?.[0] ?? "";
  // A server that gives up after waiting says so with a code that begins with 4.
  return [...new Set(addresses)].flatMap((address) => (address ? [{ address, outcome, status: code }] : []));
}

const outcomes: Record<string, DeliveryReport["recipients"][number]["outcome"] | undefined> = {
  failed: "failed",
  delayed: "delayed",
  delivered: "delivered",
  relayed: "delivered",
};

/** `rfc822; ana@example.org` */
function addressIn(field: string): string | null {
  const [, text = ""] = /^(?:[\w-]+;)?[ \t]*<?([^<>\s]+)>?/.exec(field) ?? [];
  return addressKey(text);
}
