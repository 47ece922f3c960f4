import type { Attachment, ParsedMail } from "mailparser";
import { decodeText } from "#app/domain/replies/decode-text.ts";
import { unfoldedBytes } from "#app/domain/replies/readable-calendar.ts";

/** A calendar that came with a mail. */
export interface MailCalendar {
  /** METHOD of its content type, in capitals. */
  method: string | null;
  text: string;
}

/** Largest calendar of a mail, in bytes. */
const MAX_CALENDAR_BYTES = 256_000;
const MAX_CALENDARS = 10;

/** The calendars of a mail: its parts and files, or its text where a relay or an old program made one of the answer. */
export function calendarsOf(mail: Pick<ParsedMail, "attachments" | "text">): MailCalendar[] {
  const found = mail.attachments.filter(isCalendar).slice(0, MAX_CALENDARS).map(calendarOf);
  const calendars = found.filter((one) => one !== null);
  const text = mail.text ?? "";
  if (calendars.length > 0 || text.length > MAX_CALENDAR_BYTES) return calendars;
  const isAnswer = /^BEGIN:VCALENDAR/im.test(text) && /^METHOD:[ \t]*(?:REPLY|COUNTER)\b/im.test(text);
  return isAnswer ? [{ method: null, text }] : [];
}

/** The `winmail.dat` of a mail. */
export function winmailOf({ attachments }: Pick<ParsedMail, "attachments">): Uint8Array | null {
  return attachments.find(isWinmail)?.content ?? null;
}

function isCalendar({ contentType, filename }: Attachment): boolean {
  if (/^(text\/calendar|text\/x-vcalendar|application\/(x-)?ics)$/i.test(contentType)) return true;
  return /^(application\/octet-stream|text\/plain)$/i.test(contentType) && /\.ics$/i.test(filename ?? "");
}

function calendarOf({ content, headers }: Attachment): MailCalendar | null {
  if (content.length > MAX_CALENDAR_BYTES) return null;
  const type = headers.get("content-type");
  const { params = {} } = (typeof type === "object" ? type : {}) as { params?: Record<string, string> };
  const method = params.method?.trim().toUpperCase();
  return { method: method || null, text: decodeText(unfoldedBytes(content), params.charset ?? null) };
}

function isWinmail({ contentType, filename }: Attachment): boolean {
  return /^application\/(vnd\.)?ms-tnef$/i.test(contentType) || /^winmail\.dat$/i.test(filename ?? "");
}
