import type { SendMailOptions } from "nodemailer";
import { type Mailbox, strictAddress } from "#app/domain/address.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";

export interface MailParts {
  from: Mailbox;
  to: Mailbox;
  /** Where answers by hand go, if not to `from`. */
  replyTo?: Mailbox;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets; derived from the outbox key, so that a mail sent twice is seen as one. */
  messageId: string;
  calendar?: { method: "REQUEST" | "CANCEL"; content: string; filename: string };
  headers?: Readonly<Record<string, string>>;
}

/** What nodemailer sends, with an envelope that holds one recipient. */
export type ComposedMail = SendMailOptions & { envelope: { from: string; to: [string] } };

/**
 * A mail to one person: text and HTML, and for an invitation the calendar as an alternative that mail programs answer
 * (RFC 6047) and once more as a file for those that do not. Throws RangeError for an address that is not exactly one
 * plain address, a malformed Message-ID, and headers that could add a recipient or a line.
 */
export function composeMail(parts: MailParts): ComposedMail {
  const from = mailAddress(parts.from);
  const to = mailAddress(parts.to);
  if (!/^<[\w.+=-]+@[\w.:-]+>$/.test(parts.messageId)) throw new RangeError("A Message-ID is <key@host>");
  const mail: ComposedMail = {
    from,
    to,
    envelope: { from: from.address, to: [to.address] },
    subject: oneLine(parts.subject),
    text: parts.text,
    html: parts.html,
    messageId: parts.messageId,
    // Keeps absence notices from being answered to (RFC 3834, 5).
    headers: { ...extraHeaders(parts.headers ?? {}), "Auto-Submitted": "auto-generated" },
    // No part may ever be read from a file or fetched, whatever a template puts into it.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (parts.replyTo) mail.replyTo = mailAddress(parts.replyTo);
  if (parts.calendar) {
    const { method, content, filename } = parts.calendar;
    if (!content.includes(`\r\nMETHOD:${method}\r\n`)) throw new RangeError("The calendar's METHOD is another one");
    // Base64, because a relay may strip the space that a folded line can end in.
    mail.icalEvent = { method, content, filename, contentTransferEncoding: "base64" };
  }
  return mail;
}

/** Throws RangeError unless a mail goes to one plain address in envelope and header alike. */
export function assertOneRecipient(mail: SendMailOptions): asserts mail is ComposedMail {
  const to = mail.envelope && "to" in mail.envelope ? mail.envelope.to : null;
  const only = Array.isArray(to) && to.length === 1 ? to[0] : null;
  if (typeof only !== "string" || strictAddress(only) !== only) throw new RangeError("A mail has one recipient");
  const header = mail.to;
  const shown = typeof header === "object" && "address" in header ? header.address : null;
  if (shown !== only || mail.cc || mail.bcc) throw new RangeError("A mail has one recipient");
}

/**
 * HTML of a mail from plain paragraphs (line breaks kept), links below them and a footer, everything escaped. Where the
 * name `foreign` is in another language than the mail, it says so. Throws RangeError for a link that is not http(s).
 */
export function htmlFromText(
  paragraphs: readonly string[],
  links: readonly { label: string; href: string }[] = [],
  language = "en",
  footer?: string,
  foreign?: ShownLabel,
): string {
  const words = (text: string) => escapeHtml(text).replace(/\r\n?|\n/g, "<br>\n");
  const paragraph = (text: string) => `<p>${inItsLanguage(text, foreign, words)}</p>`;
  const texts = paragraphs.map(paragraph);
  const anchors = links.map(
    ({ label, href }) => `<p><a href="${escapeHtml(webLink(href))}">${escapeHtml(label)}</a></p>`,
  );
  const body = [...texts, ...anchors, ...(footer ? [paragraph(footer)] : [])].join("\n");
  const head = `<head><meta charset="utf-8"></head>`;
  return `<!doctype html>\n<html lang="${escapeHtml(language)}">${head}<body>\n${body}\n</body></html>\n`;
}

function inItsLanguage(text: string, foreign: ShownLabel | undefined, words: (text: string) => string): string {
  if (!foreign?.lang || foreign.text === "") return words(text);
  const name = `<span lang="${escapeHtml(foreign.lang)}">${words(foreign.text)}</span>`;
  return text.split(foreign.text).map(words).join(name);
}

/** Objects, never text: of a text such as "a@b.org,c@d.org" nodemailer makes two recipients. */
function mailAddress({ name, address }: Mailbox): { name: string; address: string } {
  const strict = strictAddress(address);
  if (strict === null) throw new RangeError("A mail needs one plain address");
  return { name: oneLine(name), address: strict };
}

const ownHeaders = /^(?:to|cc|bcc|from|sender|reply-to|subject|message-id|date|return-path|mime-version)$/i;

function extraHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    const ours = ownHeaders.test(name) || /^(?:content|resent)-/i.test(name);
    if (ours || !/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) throw new RangeError(`Not a header to add: ${oneLine(name)}`);
    if (/[\0-\x1f\x7f]/.test(value)) throw new RangeError(`A header is one line: ${name}`);
  }
  return { ...headers };
}

function oneLine(text: string): string {
  return text
    .replace(/[\0-\x1f\x7f\u0085\u2028\u2029]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function webLink(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new RangeError("A link in a mail is http or https");
  return url.href;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
