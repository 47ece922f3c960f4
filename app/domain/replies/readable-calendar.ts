/**
 * The first calendar of a text, reduced to lines of which an answer is read, and written as RFC 5545 asks: whatever
 * else programs, relays and people put there cannot keep it from being read.
 * @returns an empty text where there is none from its beginning to its end
 */
export function readableCalendar(text: string): string {
  const from = text.search(/^[ \t]*BEGIN:VCALENDAR/im);
  if (from === -1) return "";
  const lines: string[] = [];
  let isOfZone = false;
  for (const written of unfolded(text.slice(from)).split("\n")) {
    const line = written.trim();
    if (/^BEGIN:VTIMEZONE$/i.test(line)) isOfZone = true;
    const readable = isOfZone ? null : readableLine(line);
    if (readable !== null) lines.push(readable);
    if (/^END:VTIMEZONE$/i.test(line)) isOfZone = false;
    if (/^END:VCALENDAR$/i.test(line)) return lines.join("\r\n");
  }
  return "";
}

/** Octets without the folds of their lines, which may lie within a letter. UTF-16 has none that look like these. */
export function unfoldedBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString("latin1")
      .replace(/(?:\r\n|\n|\r)[ \t]/g, ""),
    "latin1",
  );
}

function unfolded(text: string): string {
  return text.replace(/\r\n|\r/g, "\n").replace(/\n[ \t]/g, "");
}

const READ = /^(BEGIN|END|METHOD|UID|RECURRENCE-ID|SEQUENCE|DTSTAMP|DTSTART|DTEND|ATTENDEE|COMMENT)[;:]/i;
const DATE = /:\d{8}(?:T\d{6}Z?)?$/;

function readableLine(line: string): string | null {
  const [, name = ""] = READ.exec(line) ?? [];
  switch (name.toUpperCase()) {
    case "":
      return null;
    case "RECURRENCE-ID":
      // That it is there says all.
      return "RECURRENCE-ID:20000101T000000Z";
    case "DTSTAMP":
    case "DTSTART":
    case "DTEND":
      return DATE.test(line) ? line : null;
    case "ATTENDEE":
      // A name that is not quoted may hold a colon, behind which the address would be looked for.
      return line.replace(/;CN=(?!")[^;]*?(?=;[A-Z-]+=|:mailto:)/i, "");
    default:
      return line;
  }
}
