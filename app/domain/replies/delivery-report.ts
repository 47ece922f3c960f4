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
 */
export function readDeliveryReport(status: string, whole: string): DeliveryReport {
  const ids = Array.from(whole.matchAll(/^message-id:[ \t\r\n]*<([^<>\s]{3,250})>/gim), ([, id = ""]) => id);
  const blocks = status.split(/\r?\n[ \t]*\r?\n/).slice(0, MAX_RECIPIENTS + 5);
  const recipients = blocks.map(recipientOf).filter((one) => one !== null);
  return { messageIds: [...new Set(ids)].slice(0, 20), recipients: recipients.slice(0, MAX_RECIPIENTS) };
}

function recipientOf(block: string): DeliveryReport["recipients"][number] | null {
  const lines = block.replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]{1,300})`, "im").exec(lines)?.[1]?.trim() ?? "";
  const address = addressIn(field("original-recipient")) ?? addressIn(field("final-recipient"));
  const outcome = outcomes[field("action").toLowerCase()];
  if (address === null || outcome === undefined) return null;
  const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field("status"))?.[0] ?? "";
  // A server that gives up after waiting says so with a code that begins with 4.
  return { address, outcome, status: code };
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
