import type { Case } from "#tests/domain/replies/corpus/answered.ts";
import {
  attached,
  bare,
  calendarPart,
  exchangeCalendar,
  gmail,
  headersOf,
  openCalendar,
  type Written,
} from "#tests/domain/replies/corpus/clients.ts";
import { plainMail, text } from "#tests/domain/replies/corpus/mime.ts";

const ACCEPTED: [string, string] = ["applied answered", "accepted"];
const METHOD_TYPE = "text/calendar; charset=UTF-8; method=REPLY";
const CRLF = "\r\n";

const calendar = (w: Written, body: string | Buffer = openCalendar(w), type = METHOD_TYPE) =>
  plainMail(headersOf(w), calendarPart(body, type));
/** The calendar with its ATTENDEE written in another way. */
const attendee = (line: (w: Written) => string) => (w: Written) =>
  calendar(
    w,
    exchangeCalendar(w).replace(/ATTENDEE;.*\r\n/, () => `${line(w)}${CRLF}`),
  );

/** Answers whose calendar, sender or headers are not as the standards ask, and what is nearly an answer. */
export const oddities: Record<string, Case> = {
  "lines that end with CR": [(w) => attached(w, openCalendar(w).replaceAll("\r\n", "\r")), ...ACCEPTED],
  "lines folded with a tab, within a letter": [
    (w) => {
      const bytes = Buffer.from(openCalendar({ ...w, comment: "Čekaj" }));
      const at = bytes.indexOf(Buffer.from("Č")) + 1;
      return attached(w, Buffer.concat([bytes.subarray(0, at), Buffer.from("\r\n\t"), bytes.subarray(at)]));
    },
    ...ACCEPTED,
    "Čekaj",
  ],
  "a mail with LF alone": [
    (w) => Buffer.from(gmail(w).toString("latin1").replaceAll("\r\n", "\n"), "latin1"),
    ...ACCEPTED,
  ],
  "small property names": [
    (w) =>
      calendar(
        w,
        openCalendar(w)
          .replace("ATTENDEE;", "attendee;")
          .replace("UID:", "uid:")
          .replace("BEGIN:VEVENT", "begin:vevent")
          .replace("END:VEVENT", "end:vevent"),
      ),
    ...ACCEPTED,
  ],
  "spaces behind lines": [
    (w) => calendar(w, openCalendar(w).replaceAll(/(UID:.*|METHOD:.*|BEGIN:.*|END:.*)\r\n/g, "$1 \r\n")),
    ...ACCEPTED,
  ],
  "a name with a comma that is not quoted": [
    attendee((w) => `ATTENDEE;CN=Primjer, Ana;PARTSTAT=ACCEPTED:mailto:${w.address}`),
    ...ACCEPTED,
  ],
  "a name with a colon that is not quoted": [
    attendee((w) => `ATTENDEE;PARTSTAT=ACCEPTED;CN=KPZ: Ana Primjer:mailto:${w.address}`),
    ...ACCEPTED,
  ],
  "a name with quotation marks in it": [
    attendee((w) => `ATTENDEE;PARTSTAT=ACCEPTED;CN="Ana "Aki" Primjer":mailto:${w.address}`),
    ...ACCEPTED,
  ],
  "iCloud, with the address in a parameter": [
    attendee((w) => `ATTENDEE;CN="Ana Primjer";EMAIL="${w.address}";PARTSTAT=ACCEPTED:/aMTIzNDU2Nzg5/principal/`),
    ...ACCEPTED,
  ],
  "an address in angle brackets": [attendee((w) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:<${w.address}>`), ...ACCEPTED],
  "an address with signs in hexadecimal": [
    attendee((w) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${w.address.replace("@", "%40")}`),
    ...ACCEPTED,
  ],
  "an address without mailto": [attendee((w) => `ATTENDEE;PARTSTAT=accepted:${w.address}`), ...ACCEPTED],
  "MAILTO in capitals behind a space": [
    attendee((w) => `ATTENDEE;PARTSTAT=Accepted:MAILTO: ${w.address.toUpperCase()}`),
    ...ACCEPTED,
  ],
  "no PARTSTAT": [attendee((w) => `ATTENDEE:mailto:${w.address}`), "dropped no-answer", null],
  "a sender in RFC 2047": [
    (w) =>
      Buffer.from(
        gmail(w)
          .toString("latin1")
          .replace(/^From:.*$/m, `From: =?windows-1250?Q?Ana_Primjeri=E6?=${CRLF} <${w.address.toUpperCase()}>`),
        "latin1",
      ),
    ...ACCEPTED,
  ],
  "a sender with a comment": [
    (w) =>
      Buffer.from(
        gmail(w)
          .toString("latin1")
          .replace(/^From:.*\r$/m, `From: ${w.address} (Ana Primjer)\r`),
        "latin1",
      ),
    ...ACCEPTED,
  ],
  "two From": [
    (w) =>
      Buffer.from(
        gmail(w)
          .toString("latin1")
          .replace(/^From:/m, "From: other@example.org\r\nFrom:"),
        "latin1",
      ),
    "dropped no-sender",
    null,
  ],
  "two From, the other behind": [
    (w) =>
      Buffer.from(
        gmail(w)
          .toString("latin1")
          .replace(/^Subject:/m, "From: other@example.org\r\nSubject:"),
        "latin1",
      ),
    "dropped no-sender",
    null,
  ],
  "a group as sender": [
    (w) =>
      Buffer.from(
        gmail(w)
          .toString("latin1")
          .replace(/^From:.*\r$/m, `From: People: ${w.address};\r`),
        "latin1",
      ),
    "dropped no-sender",
    null,
  ],
  "an invited colleague in her name": [
    (w) => gmail({ ...w, from: "speakerba@test.example" }),
    "shown other-sender",
    "accepted",
  ],
  "an organiser in her name": [
    (w) => gmail({ ...w, from: "organiser@test.example" }),
    "shown other-sender",
    "accepted",
  ],
  "delegated, with the other person": [
    (w) =>
      bare({
        ...w,
        partstat: "DELEGATED",
        lines: [`ATTENDEE;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:${w.address}":mailto:new@example.org`],
      }),
    "shown delegated",
    null,
  ],
  "the other person answers": [
    (w) =>
      bare({
        ...w,
        from: "new@example.org",
        partstat: "DELEGATED",
        lines: [`ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:${w.address}":mailto:new@example.org`],
      }),
    "dropped not-invited",
    "accepted",
  ],
  "a stale SEQUENCE below zero": [(w) => gmail({ ...w, sequence: -3 }), ...ACCEPTED],
  "a SEQUENCE that is no number": [
    (w) => calendar(w, openCalendar(w).replace("SEQUENCE:0", "SEQUENCE:none")),
    ...ACCEPTED,
  ],
  "no DTSTAMP": [(w) => calendar(w, openCalendar(w).replace(/DTSTAMP.*\r\n/, "")), ...ACCEPTED],
  "no DTSTART, no VERSION": [
    (w) => calendar(w, openCalendar(w).replace(/(DTSTART|DTEND|VERSION).*\r\n/g, "")),
    ...ACCEPTED,
  ],
  "a DTSTAMP that is no time": [(w) => gmail({ ...w, stamp: "yesterday" }), ...ACCEPTED],
  "a zone that there is not": [
    (w) => calendar(w, openCalendar(w).replace("DTSTART:", "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Nowhere:")),
    ...ACCEPTED,
  ],
  "a line that is no property": [
    (w) => calendar(w, openCalendar(w).replace("STATUS:", "this is nothing\r\nSTATUS:")),
    ...ACCEPTED,
  ],
  "an RRULE without end": [(w) => bare({ ...w, lines: ["RRULE:FREQ=SECONDLY;INTERVAL=1"] }), ...ACCEPTED],
  "the same calendar twice, once as a file": [(w) => gmail(w), ...ACCEPTED],
  "a task": [(w) => calendar(w, openCalendar(w).replaceAll("VEVENT", "VTODO")), "dropped malformed", null],
  "a free-busy answer": [
    (w) => calendar(w, openCalendar(w).replaceAll("VEVENT", "VFREEBUSY")),
    "dropped malformed",
    null,
  ],
  "no UID": [(w) => calendar(w, openCalendar(w).replace(/UID:.*\r\n/, "")), "dropped malformed", null],
  "a UID of Outlook": [
    (w) => gmail({ ...w, uid: "040000008200E00074C5B7101A82E00800000000" }),
    "dropped other-host",
    null,
  ],
  "an absence notice of Gmail with the invitation": [
    (w) =>
      bare({
        ...w,
        method: "REQUEST",
        headers: ["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: bulk"],
      }),
    "dropped automatic",
    null,
  ],
  "an invitation passed on": [
    (w) => bare({ ...w, method: "REQUEST", from: "colleague@example.org" }, "text/calendar; method=REQUEST"),
    "dropped not-a-reply",
    null,
  ],
  "an absence notice known by its subject alone": [
    (w) =>
      plainMail(
        headersOf({ ...w, headers: ["In-Reply-To: <{{MESSAGE}}>"] }, "=?UTF-8?Q?Automatski_odgovor:_Poziv?="),
        text("Odsutna sam."),
      ),
    "dropped automatic",
    null,
  ],
  "headers and no more": [(w) => Buffer.from(headersOf(w).join(CRLF)), "dropped no-answer", null],
  "headers that end": [(w) => Buffer.from(`${headersOf(w).join(CRLF)}\r\n\r\n`), "dropped no-answer", null],
  "zero bytes everywhere": [
    (w) => Buffer.from(gmail(w).toString("latin1").replace(/^/gm, "\0").slice(1), "latin1"),
    "dropped no-sender",
    null,
  ],
};
