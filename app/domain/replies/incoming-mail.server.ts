import type { ParsedMail } from "mailparser";
import { addressKey } from "#app/domain/address.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { decodeText } from "#app/domain/replies/decode-text.ts";
import { type DeliveryReport, readDeliveryReport } from "#app/domain/replies/delivery-report.ts";
import { calendarsOf, type MailCalendar, winmailOf } from "#app/domain/replies/mail-calendars.ts";
import { readPlainReport } from "#app/domain/replies/plain-report.ts";

/** Largest mail that is looked into, in bytes: a reply with a picture in its signature is far smaller. */
export const MAX_MAIL_BYTES = 5_000_000;
/** Bytes at the beginning of a larger one that hold its headers. */
const HEAD_BYTES = 64_000;
/** Most lines that could begin a part of a mail that is no bomb. */
const MAX_BOUNDARIES = 400;

/** A mail as far as answers to invitations go. Nothing of its text is in it. */
export interface IncomingMail {
  /** Its only sender, as accounts are compared; null where there is none, or several. */
  from: string | null;
  subject: string;
  date: Date | null;
  /** Message-IDs of what it replies to, without brackets. */
  repliesTo: string[];
  /** A program wrote it by itself: an absence notice, a list. */
  isAutomatic: boolean;
  calendars: MailCalendar[];
  /** `winmail.dat`, in which Outlook hides its answers from others. */
  winmail: Uint8Array | null;
  /** What a mail server says of a mail that did not arrive; `receipt` where it only says that one was read. */
  report: DeliveryReport | "receipt" | null;
  /** By which the same mail is recognised. */
  hash: string;
}

/** What keeps a mail from being looked into. */
export type Unreadable = "not-a-message" | "too-large" | "too-complex" | "unreadable";

/** A mail of which only its headers were read, and why. */
export interface UnreadMail {
  why: Exclude<Unreadable, "not-a-message">;
  head: IncomingMail | null;
}

/**
 * Reads a mail. One that is too large, or made to keep its reader busy, is read no further than its headers.
 * @param raw the mail, or its beginning where it is larger than `MAX_MAIL_BYTES`
 */
export async function readMail(raw: Buffer): Promise<IncomingMail | UnreadMail | "not-a-message"> {
  const start = withoutEnvelope(raw);
  if (!beginsWithHeader(start)) return "not-a-message";
  if (start.length > MAX_MAIL_BYTES) return { why: "too-large", head: await headOf(start) };
  if (countBoundaries(start) > MAX_BOUNDARIES) return { why: "too-complex", head: await headOf(start) };
  const mail = await parsed(start);
  return mail ? factsOf(mail, start) : { why: "unreadable", head: null };
}

/** Programs that deliver mail may put a line of their own in front ("From ana@example.org Tue ..."). */
function withoutEnvelope(raw: Buffer): Buffer {
  let at = raw.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  if (raw.subarray(at, at + 5).toString("latin1") === "From ") at = raw.indexOf("\n", at) + 1 || raw.length;
  return raw.subarray(at);
}

/** Whether it begins with a header, and has one of those that mails have. Other files have colons as well. */
function beginsWithHeader(raw: Buffer): boolean {
  const head = raw.subarray(0, HEAD_BYTES).toString("latin1");
  return /^[\x21-\x39\x3b-\x7e]{1,100}[ \t]*:/.test(head) && KNOWN.test(head);
}

const KNOWN = /^\0?(?:from|to|date|subject|message-id|received|return-path|mime-version|content-type)[ \t]*:/im;

function countBoundaries(raw: Buffer): number {
  let count = 0;
  for (let at = raw.indexOf("\n--"); at !== -1; at = raw.indexOf("\n--", at + 3)) {
    count++;
    if (count > MAX_BOUNDARIES) break;
  }
  return count;
}

async function headOf(raw: Buffer): Promise<IncomingMail | null> {
  const head = raw.subarray(0, HEAD_BYTES);
  const ends = ["\r\n\r\n", "\n\n"].map((mark) => head.indexOf(mark)).filter((at) => at !== -1);
  const headers = head.subarray(0, Math.min(head.length, ...ends));
  // Without its content type nobody looks for parts.
  const lines = headers.toString("latin1").replace(/^content-[\w-]+[ \t]*:.*(?:\r?\n[ \t].*)*\r?\n?/gim, "");
  const alone = Buffer.from(`${lines.trimEnd()}\r\n\r\n`, "latin1");
  const mail = await parsed(alone);
  return mail && factsOf(mail, alone);
}

async function parsed(raw: Buffer): Promise<ParsedMail | null> {
  const plainly = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };
  try {
    // Loaded with the first mail: a server that starts has none to read.
    const { simpleParser } = await import("mailparser");
    return await simpleParser(raw, { ...plainly, keepDeliveryStatus: true, maxHtmlLengthToParse: 1 });
  } catch {
    return null;
  }
}

function factsOf(mail: ParsedMail, raw: Buffer): IncomingMail {
  const calendars = calendarsOf(mail);
  const facts = {
    from: senderOf(mail),
    subject: oneLine(mail.subject ?? "").slice(0, 200),
    date: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date : null,
    repliesTo: messageIds(mail.inReplyTo, mail.references),
    isAutomatic: isAutomatic(mail),
    calendars,
    winmail: winmailOf(mail),
    report: reportOf(mail, raw),
  };
  const told = [mail.messageId ?? "", facts.from ?? "", mail.date?.toISOString() ?? ""];
  const said = [
    mail.text ?? "",
    ...calendars.map(({ text }) => text),
    sha256(Buffer.from(facts.winmail ?? []).toString("latin1")),
  ];
  return { ...facts, hash: sha256(JSON.stringify([...told, facts.subject, ...said])) };
}

function senderOf({ from, headerLines }: ParsedMail): string | null {
  const [only, ...others] = from?.value ?? [];
  const isOne = others.length === 0 && headerLines.filter(({ key }) => key === "from").length === 1;
  return only?.address && !only.group && isOne ? addressKey(only.address) : null;
}

function messageIds(...given: readonly (string | string[] | undefined)[]): string[] {
  const ids = given.flat().flatMap((text) => Array.from((text ?? "").matchAll(/<([^<>\s]{3,250})>/g), ([, id]) => id));
  return [...new Set(ids.filter((id) => id !== undefined))].slice(-30);
}

/** How subjects of absence notices begin that say so in nothing else. */
const AUTOMATIC = [
  ...["automatic reply", "out of office", "auto:", "autoreply", "automatski odgovor", "samodejni odgovor"],
  ...[
    "аутоматски одговор",
    "автоматски одговор",
    "përgjigje automatike",
    "automatische antwort",
    "réponse automatique",
  ],
];
const AUTOMATIC_HEADERS = [
  ...["x-auto-response-suppress", "x-autoreply", "x-autorespond", "x-autoresponse", "x-mail-autoreply"],
  ...["list", "list-id"],
];

/** By what RFC 3834 asks of programs, and what those do that do not know it. */
function isAutomatic({ headers, subject = "" }: ParsedMail): boolean {
  const said = (name: string) => String(headers.get(name) ?? "").toLowerCase();
  if (said("auto-submitted") !== "" && !said("auto-submitted").startsWith("no")) return true;
  if (/^(bulk|auto_reply|junk|list)/.test(said("precedence"))) return true;
  const begins = subject.toLowerCase();
  return AUTOMATIC_HEADERS.some((name) => headers.has(name)) || AUTOMATIC.some((words) => begins.startsWith(words));
}

function reportOf(mail: ParsedMail, raw: Buffer): IncomingMail["report"] {
  const { headers, attachments, headerLines } = mail;
  const type = headers.get("content-type");
  const { value = "", params = {} } = (typeof type === "object" ? type : {}) as {
    value?: string;
    params?: Record<string, string>;
  };
  const isReport = value.toLowerCase() === "multipart/report";
  if (isReport && params["report-type"]?.toLowerCase() === "disposition-notification") return "receipt";
  const status = attachments.find(({ contentType }) => /^message\/(global-)?delivery-status$/i.test(contentType));
  const refersTo = messageIds(mail.inReplyTo, mail.references);
  if (status || isReport) {
    const blocks = status ? decodeText(status.content, null) : "";
    return readDeliveryReport(blocks, `${raw.toString("latin1")}\n${mail.text ?? ""}`, refersTo);
  }
  const failed = headerLines.filter(({ key }) => key === "x-failed-recipients").map(({ line }) => line);
  const from = mail.from?.value[0]?.address ?? "";
  return readPlainReport({ from, subject: mail.subject ?? "", text: mail.text ?? "", failed, refersTo, raw });
}

function oneLine(text: string): string {
  return text
    .replace(/[\0-\x1f\x7f\u0085\u2028\u2029]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
