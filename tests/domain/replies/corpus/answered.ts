import {
  apple,
  attached,
  bare,
  calendarPart,
  exchange,
  exchangeCalendar,
  gmail,
  headersOf,
  openCalendar,
  outlookCom,
  thunderbird,
  type Written,
} from "#tests/domain/replies/corpus/clients.ts";
import { base64, inCharset, multipart, plainMail, text } from "#tests/domain/replies/corpus/mime.ts";

/** A mail with the result that it has, the reason, and the answer that it gives; its comment where there is one. */
export type Case = [mail: (written: Written) => Buffer, result: string, answer: string | null, comment?: string];

const ACCEPTED: [string, string] = ["applied answered", "accepted"];
const said = (mail: (written: Written) => Buffer, partstat: string) => (written: Written) =>
  mail({ ...written, partstat });
const METHOD_TYPE = "text/calendar; method=REPLY";
const windows1252 = { š: 0x9a, ž: 0x9e, Š: 0x8a, é: 0xe9 };
const latin2 = { č: 0xe8, ć: 0xe6, š: 0xb9, ž: 0xbe, đ: 0xf0 };

/** Answers as the programs of people write them. */
export const answered: Record<string, Case> = {
  "Outlook accepts": [exchange, ...ACCEPTED],
  "Outlook declines": [said(exchange, "DECLINED"), "applied answered", "declined"],
  "Outlook is not sure": [said(exchange, "TENTATIVE"), "applied answered", "tentative"],
  "Outlook with a comment": [
    (w) => exchange({ ...w, comment: "Kasnim pet minuta\\, izvinite." }),
    ...ACCEPTED,
    "Kasnim pet minuta, izvinite.",
  ],
  "Outlook.com says METHOD in the type alone": [outlookCom, ...ACCEPTED],
  "Gmail accepts": [gmail, ...ACCEPTED],
  "Gmail declines": [said(gmail, "DECLINED"), "applied answered", "declined"],
  "Gmail is not sure, with a note": [
    (w) => gmail({ ...w, partstat: "TENTATIVE", comment: "Na putu." }),
    "applied answered",
    "tentative",
    "Na putu.",
  ],
  "Apple accepts": [apple, ...ACCEPTED],
  "Apple declines": [said(apple, "DECLINED"), "applied answered", "declined"],
  "Thunderbird says METHOD in the body alone": [thunderbird, ...ACCEPTED],
  "nothing but a calendar": [bare, ...ACCEPTED],
  "application/ics": [(w) => bare(w, "application/ics; method=REPLY"), ...ACCEPTED],
  "text/x-vcalendar": [(w) => bare(w, "text/x-vcalendar"), ...ACCEPTED],
  "a file without a type": [attached, ...ACCEPTED],
  "a small method and type": [(w) => bare({ ...w, method: "reply" }, "TEXT/CALENDAR; METHOD=reply"), ...ACCEPTED],
  "a type in quotation marks": [
    (w) => bare(w, 'text/calendar; charset="UTF-8"; method="REPLY"; component="VEVENT"'),
    ...ACCEPTED,
  ],
  "without ORGANIZER": [
    (w) => plainMail(headersOf(w), calendarPart(openCalendar(w, { organizer: false }), METHOD_TYPE)),
    ...ACCEPTED,
  ],
  "an address in capitals": [(w) => exchange({ ...w, address: w.address.toUpperCase() }), ...ACCEPTED],
  "MAILTO in any case": [
    (w) => plainMail(headersOf(w), calendarPart(openCalendar(w).replace("mailto:", "MailTo:"), METHOD_TYPE)),
    ...ACCEPTED,
  ],
  "lines that end with LF": [
    (w) => plainMail(headersOf(w), calendarPart(openCalendar(w).replaceAll("\r\n", "\n"), METHOD_TYPE)),
    ...ACCEPTED,
  ],
  "blank lines between lines": [
    (w) => plainMail(headersOf(w), calendarPart(openCalendar(w).replace("\r\nUID", "\r\n\r\nUID"), METHOD_TYPE)),
    ...ACCEPTED,
  ],
  "words in front and behind": [
    (w) => plainMail(headersOf(w), calendarPart(`Odgovor:\r\n${openCalendar(w)}\r\n--\r\nVirus free.`, METHOD_TYPE)),
    ...ACCEPTED,
  ],
  "windows-1252": [
    (w) => {
      const calendar = inCharset(exchangeCalendar({ ...w, comment: "Možda Školska, café" }), windows1252);
      return plainMail(
        headersOf(w),
        calendarPart(calendar, "text/calendar; charset=windows-1252; method=REPLY", "8bit"),
      );
    },
    ...ACCEPTED,
    "Možda Školska, café",
  ],
  "iso-8859-2": [
    (w) => {
      const calendar = inCharset(exchangeCalendar({ ...w, comment: "Čekaću".replace("Č", "č") }), latin2);
      const part = calendarPart(calendar, "text/calendar; charset=iso-8859-2; method=REPLY", "base64");
      return plainMail(headersOf(w), part);
    },
    ...ACCEPTED,
    "čekaću",
  ],
  "utf-16 with its mark": [
    (w) => attached(w, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(openCalendar(w), "utf16le")])),
    ...ACCEPTED,
  ],
  "utf-16 without a mark": [(w) => attached(w, Buffer.from(openCalendar(w), "utf16le")), ...ACCEPTED],
  "utf-8 with a mark": [(w) => attached(w, `\uFEFF${openCalendar(w)}`), ...ACCEPTED],
  "a character set that does not exist": [
    (w) => bare(w, "text/calendar; charset=x-made-up; method=REPLY"),
    ...ACCEPTED,
  ],
  Cyrillic: [(w) => apple({ ...w, comment: "Доћи ћу." }), ...ACCEPTED, "Доћи ћу."],
  "several attendees, the sender among them": [
    (w) => bare({ ...w, lines: ["ATTENDEE;PARTSTAT=DECLINED:mailto:other@example.org"] }),
    ...ACCEPTED,
  ],
  "several events, ours among them": [
    (w) => {
      const other = openCalendar({ ...w, uid: "meeting@elsewhere.example", partstat: "DECLINED" });
      const [, event = ""] = /(BEGIN:VEVENT[\s\S]*END:VEVENT\r\n)/.exec(other) ?? [];
      return plainMail(
        headersOf(w),
        calendarPart(openCalendar(w).replace("BEGIN:VEVENT", `${event}BEGIN:VEVENT`), METHOD_TYPE),
      );
    },
    ...ACCEPTED,
  ],
  "a comment in two languages": [
    (w) => bare({ ...w, lines: ["COMMENT;LANGUAGE=bs:Kasnim.", "COMMENT;LANGUAGE=en:I am late."] }),
    ...ACCEPTED,
    "Kasnim.\nI am late.",
  ],
  "a comment in a parameter": [
    (w) =>
      plainMail(
        headersOf(w),
        calendarPart(
          openCalendar(w).replace("X-NUM-GUESTS=0", 'X-NUM-GUESTS=0;X-RESPONSE-COMMENT="On leave"'),
          METHOD_TYPE,
        ),
      ),
    ...ACCEPTED,
    "On leave",
  ],
  "an alarm and properties of their own": [
    (w) =>
      bare({ ...w, lines: ["X-APPLE-TRAVEL:x", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM"] }),
    ...ACCEPTED,
  ],
  "a person's calendar that accepts by itself": [
    (w) =>
      exchange({ ...w, headers: ["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: DR, OOF, AutoReply"] }),
    ...ACCEPTED,
  ],
  "a line of the server in front": [
    (w) => Buffer.concat([Buffer.from(`From ${w.address} Thu Oct  1 10:05:00 2026\n`), bare(w)]),
    ...ACCEPTED,
  ],
  "zero bytes in the calendar": [(w) => attached(w, openCalendar(w).replace("SUMMARY:", "SUMMARY:\0")), ...ACCEPTED],
  "a comment of a person's number": [
    (w) => gmail({ ...w, comment: "Za 0101990170003" }),
    "applied comment-left-out",
    "accepted",
    "",
  ],
  "a picture beside": [
    (w) =>
      multipart(headersOf(w), "mixed", [
        text("Ana accepted."),
        calendarPart(openCalendar(w), METHOD_TYPE),
        { headers: ["Content-Type: image/png", "Content-Transfer-Encoding: base64"], body: base64("x".repeat(9000)) },
      ]),
    ...ACCEPTED,
  ],
};
