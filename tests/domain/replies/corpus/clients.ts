import { base64, multipart, nested, type Part, plainMail, quoted, text } from "#tests/domain/replies/corpus/mime.ts";

/** Who answers what; the rest is how programs write it. */
export interface Written {
  uid: string;
  /** Of the attendee. */
  address: string;
  /** Of the sender, if another. */
  from?: string;
  partstat?: string;
  method?: string;
  sequence?: number;
  stamp?: string;
  comment?: string;
  messageId?: string;
  /** Further headers. */
  headers?: readonly string[];
  /** Further lines of the event. */
  lines?: readonly string[];
  start?: string;
}

const CRLF = "\r\n";

/** Headers of a mail that answers. */
export function headersOf(written: Written, subject = "Accepted: Bilateral session"): string[] {
  const from = written.from ?? written.address;
  const id = written.messageId ?? `${written.partstat ?? "ACCEPTED"}.${written.stamp ?? "1"}@client.example.org`;
  return [
    "Received: from mx.example.org by zbornik.example; Thu, 1 Oct 2026 10:05:00 +0000",
    `From: "Primjer, Ana" <${from}>`,
    "To: Zbornik <zbornik@zbornik.example>",
    `Subject: ${subject}`,
    "Date: Thu, 1 Oct 2026 10:05:00 +0000",
    `Message-ID: <${id}>`,
    ...(written.headers ?? []),
  ];
}

/** A calendar of Outlook and Exchange: no ORGANIZER where the mailbox is elsewhere, a zone of their own. */
export function exchangeCalendar(written: Written, { method = true } = {}): string {
  const { uid, address, partstat = "ACCEPTED", sequence = 0, stamp = "20261001T100500Z" } = written;
  return [
    "BEGIN:VCALENDAR",
    ...(method ? [`METHOD:${written.method ?? "REPLY"}`] : []),
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    "BEGIN:VTIMEZONE",
    "TZID:Central European Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${partstat};CN=${address}:MAILTO:${address.toUpperCase()}`,
    `COMMENT;LANGUAGE=en-US:${written.comment ?? "\\n"}`,
    `UID:${uid}`,
    "SUMMARY;LANGUAGE=en-US:Accepted: Bilateral session",
    `DTSTART;TZID=Central European Standard Time:${written.start ?? "20261104T090000"}`,
    `DTEND;TZID=Central European Standard Time:${written.start ? "20261104T120000" : "20261104T100000"}`,
    "CLASS:PUBLIC",
    "PRIORITY:5",
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    ...(written.lines ?? []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join(CRLF);
}

/** One of Google, Apple and Thunderbird, which keep ORGANIZER; lines are folded. */
export function openCalendar(written: Written, { organizer = true, method = true } = {}): string {
  const { uid, address, partstat = "ACCEPTED", sequence = 0, stamp = "20261001T100500Z" } = written;
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    ...(method ? [`METHOD:${written.method ?? "REPLY"}`] : []),
    "BEGIN:VEVENT",
    `DTSTART:${written.start ?? "20261104T080000Z"}`,
    `DTEND:${written.start ? "20261104T110000Z" : "20261104T090000Z"}`,
    `DTSTAMP:${stamp}`,
    ...(organizer ? ["ORGANIZER;CN=Release:mailto:zbornik@zbornik.example"] : []),
    `UID:${uid}`,
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTST",
    ` AT=${partstat};CN=Ana Primjer;X-NUM-GUESTS=0:mailto:${address.slice(0, 5)}`,
    ` ${address.slice(5)}`,
    ...(written.comment ? [`COMMENT:${written.comment}`] : []),
    "CREATED:20261001T080000Z",
    "LAST-MODIFIED:20261001T100500Z",
    `SEQUENCE:${sequence}`,
    "STATUS:CONFIRMED",
    "SUMMARY:Bilateral session",
    ...(written.lines ?? []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join(CRLF);
}

/** The part that programs put a calendar into. */
export function calendarPart(body: string | Buffer, type: string, encoding = "7bit"): Part {
  const written = encoding === "base64" ? base64(body) : encoding === "quoted-printable" ? quoted(body) : body;
  return { headers: [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`], body: written };
}

const METHOD_TYPE = 'text/calendar; charset="utf-8"; method=REPLY';

/** Outlook and Exchange: text and calendar side by side, in base64. */
export function exchange(written: Written): Buffer {
  const calendar = calendarPart(exchangeCalendar(written), METHOD_TYPE, "base64");
  return multipart(headersOf(written), "alternative", [text(""), calendar], "_000_DB9PR01MB");
}

/** Outlook.com, which says METHOD in the content type alone. */
export function outlookCom(written: Written): Buffer {
  const calendar = calendarPart(exchangeCalendar(written, { method: false }), METHOD_TYPE, "base64");
  return multipart(headersOf(written), "alternative", [text(""), calendar], "_000_AM6PR02");
}

/** Gmail: the calendar twice, as an alternative and as a file. */
export function gmail(written: Written): Buffer {
  const calendar = openCalendar(written);
  const file = {
    headers: [
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
      "Content-Transfer-Encoding: base64",
    ],
    body: base64(calendar),
  };
  const inner = nested("alternative", [text("Ana has accepted."), calendarPart(calendar, METHOD_TYPE)], "00000inner");
  return multipart(headersOf(written), "mixed", [inner, file], "00000outer");
}

/** Apple Calendar: quoted-printable. */
export function apple(written: Written): Buffer {
  const calendar = calendarPart(openCalendar(written), METHOD_TYPE, "quoted-printable");
  return multipart(headersOf(written), "alternative", [text("Ana accepted."), calendar], "Apple-Mail=_1");
}

/** Thunderbird: the calendar and a file, METHOD in the body. */
export function thunderbird(written: Written): Buffer {
  const calendar = calendarPart(openCalendar(written), "text/calendar; charset=utf-8", "quoted-printable");
  return multipart(headersOf(written), "mixed", [text("Ana accepted."), calendar], "------------tb");
}

/** A program that sends nothing but the calendar. */
export function bare(written: Written, type = METHOD_TYPE): Buffer {
  return plainMail(headersOf(written), calendarPart(openCalendar(written), type));
}

/** A program that attaches a file without saying what it is. */
export function attached(written: Written, calendar: string | Buffer = openCalendar(written)): Buffer {
  const file = {
    headers: [
      "Content-Type: application/octet-stream",
      'Content-Disposition: attachment; filename="meeting.ics"',
      "Content-Transfer-Encoding: base64",
    ],
    body: base64(calendar),
  };
  return multipart(headersOf(written), "mixed", [text("See attachment."), file]);
}
