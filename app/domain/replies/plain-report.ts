import { addressKey } from "#app/domain/address.ts";
import { type DeliveryReport, messageIdsIn } from "#app/domain/replies/delivery-report.ts";

/** A mail that may be a report in words: those of qmail, of Exchange and Exim of old, of Yahoo and others. */
interface PlainMail {
  from: string;
  subject: string;
  text: string;
  /** Lines of headers in which Exim and Gmail name who was not reached. */
  failed: readonly string[];
  refersTo: readonly string[];
  raw: Buffer;
}

const MAX_RECIPIENTS = 20;
/** Characters in which a server says what it has to say; what came back follows. */
const SAID = 4000;

/**
 * Reads a report that is not written for programs; null for a mail that is none. Any address that it names is taken for
 * one that was not reached: it is believed of none but those to whom a mail of ours was sent that it also names.
 */
export function readPlainReport({ from, subject, text, failed, refersTo, raw }: PlainMail): DeliveryReport | null {
  const isOfServer = /^(mailer-daemon|mail-?daemon|mdaemon|postmaster|mail\.?delivery)\b/i.test(from);
  if (failed.length === 0 && !(isOfServer && SUBJECTS.test(subject))) return null;
  const said = text.slice(0, SAID);
  const addresses = `${failed.join(" ")} ${said}`.match(/[\w.+'&=~-]{1,64}@[\w.-]{1,190}\w/g) ?? [];
  const keys = [...new Set(addresses.map((one) => addressKey(one)))].filter((one) => one !== null);
  const code = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? "";
  const isWaiting =
    failed.length === 0 && /\b(delayed|warning|will (?:keep|continue|retry|try))\b/i.test(subject + said);
  const outcome = isWaiting ? "delayed" : "failed";
  const recipients = keys.slice(0, MAX_RECIPIENTS).map((address) => ({ address, outcome, status: code }) as const);
  return { messageIds: messageIdsIn(`${raw.toString("latin1")}\n${text}`, refersTo), recipients };
}

const SUBJECTS =
  /fail|undeliver|not deliver|non[- ]?deliver|deliver\w* (?:problem|status|error)|return|delayed|warning|bounce|rejected|nije ispor|neispor/i;
