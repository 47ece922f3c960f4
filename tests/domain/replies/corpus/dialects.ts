import type { Case } from "#tests/domain/replies/corpus/answered.ts";
import { calendarPart, exchangeCalendar, headersOf, openCalendar } from "#tests/domain/replies/corpus/clients.ts";
import { base64, multipart, nested, type Part, plainMail, quoted, text } from "#tests/domain/replies/corpus/mime.ts";
import { winmail } from "#tests/domain/replies/corpus/winmail.ts";

const ACCEPTED: [string, string] = ["applied answered", "accepted"];
const METHOD_TYPE = "text/calendar; charset=UTF-8; method=REPLY";
const CRLF = "\r\n";

const file = (body: string | Buffer, ...headers: string[]): Part => ({
  headers: [...headers, "Content-Transfer-Encoding: base64"],
  body: base64(body),
});

/** Answers as further programs write them, and as relays and old ones change them. */
export const dialects: Record<string, Case> = {
  Zimbra: [
    (w) =>
      multipart(headersOf({ ...w, headers: ["X-Mailer: Zimbra 8.8.15_GA_4652"] }), "alternative", [
        text("Prihvaćeno"),
        calendarPart(openCalendar(w), "text/calendar; charset=utf-8; method=REPLY; name=meeting.ics"),
      ]),
    ...ACCEPTED,
  ],
  Notes: [
    (w) => {
      const own = exchangeCalendar(w)
        .replace(
          /ATTENDEE;.*/,
          () => `ATTENDEE;ROLE="REQ-PARTICIPANT";PARTSTAT="ACCEPTED";CN="Ana/PRIMJER";RSVP="TRUE":MAILTO:${w.address}`,
        )
        .replace("VERSION:2.0", "X-LOTUS-CHARSET:UTF-8\r\nVERSION:2.0");
      const part = file(
        own,
        'Content-Type: text/calendar; method=REPLY; charset=UTF-8; name="c130248.ics"',
        'Content-Disposition: attachment; filename="c130248.ics"',
      );
      return multipart(
        headersOf({ ...w, headers: ["X-Mailer: Lotus Domino Web Server Release 8.5.3"] }),
        "mixed",
        [
          nested(
            "related",
            [nested("alternative", [text("Prihvaćeno: sastanak"), text("")], "=_alternative 00")],
            "=_related 00",
          ),
          part,
        ],
        "=_mixed 003A6C3CC1257E1E_=",
      );
    },
    ...ACCEPTED,
  ],
  Yahoo: [
    (w) =>
      multipart(headersOf({ ...w, headers: ["X-Mailer: WebService/1.1.16 YMailNorrin"] }), "mixed", [
        nested("alternative", [text("accepted"), calendarPart(openCalendar(w), METHOD_TYPE, "base64")], "----=_Part_2"),
        file(
          openCalendar(w),
          'Content-Type: application/octet-stream; name="=?UTF-8?Q?odgovor=2Eics?="',
          'Content-Disposition: attachment; filename="=?UTF-8?Q?odgovor=2Eics?="',
        ),
      ]),
    ...ACCEPTED,
  ],
  "a calendar and Outlook's own format": [
    (w) =>
      multipart(headersOf(w), "mixed", [
        file(exchangeCalendar(w), "Content-Type: text/calendar; charset=utf-8; method=REPLY"),
        file(winmail("IPM.Schedule.Meeting.Resp.Neg", null), 'Content-Type: application/ms-tnef; name="winmail.dat"'),
      ]),
    ...ACCEPTED,
  ],
  "signed (S/MIME)": [
    (w) =>
      multipart(headersOf(w), 'signed; protocol="application/pkcs7-signature"; micalg=sha-256', [
        nested("alternative", [text(""), calendarPart(openCalendar(w), METHOD_TYPE)], "inner"),
        file("sig", 'Content-Type: application/pkcs7-signature; name="smime.p7s"'),
      ]),
    ...ACCEPTED,
  ],
  "a calendar as the text of the mail": [
    (w) => plainMail(headersOf(w), { headers: ["Content-Type: text/plain; charset=utf-8"], body: openCalendar(w) }),
    ...ACCEPTED,
  ],
  "a calendar in a mail without a type": [
    (w) => Buffer.from([...headersOf(w), "", openCalendar(w)].join(CRLF)),
    ...ACCEPTED,
  ],
  "a calendar beside the text, as text": [
    (w) =>
      multipart(headersOf(w), "mixed", [
        text("Prihvaćeno"),
        { headers: ['Content-Type: text/plain; name="meeting.ics"'], body: openCalendar(w) },
      ]),
    ...ACCEPTED,
  ],
  "a name in RFC 2231": [
    (w) =>
      multipart(headersOf(w), "mixed", [
        text(""),
        file(
          openCalendar(w),
          "Content-Type: application/octet-stream",
          "Content-Disposition: attachment; filename*=UTF-8''odgovor%20na.ics",
        ),
      ]),
    ...ACCEPTED,
  ],
  "UTF-16 with its name": [
    (w) =>
      plainMail(
        headersOf(w),
        file(Buffer.from(openCalendar(w), "utf16le"), "Content-Type: text/calendar; charset=utf-16; method=REPLY"),
      ),
    ...ACCEPTED,
  ],
  "UTF-16, big end first": [
    (w) =>
      plainMail(
        headersOf(w),
        file(
          Buffer.from(`\uFEFF${openCalendar(w)}`, "utf16le").swap16(),
          "Content-Type: text/calendar; charset=utf-16be; method=REPLY",
        ),
      ),
    ...ACCEPTED,
  ],
  "base64 in one line, with stray signs": [
    (w) => {
      const body = Buffer.from(openCalendar(w)).toString("base64");
      return plainMail(headersOf(w), {
        headers: [`Content-Type: ${METHOD_TYPE}`, "Content-Transfer-Encoding: BASE64 "],
        body: `  ${body.slice(0, 51)} ${body.slice(51)}\r\n\r\n`,
      });
    },
    ...ACCEPTED,
  ],
  "quoted-printable in small letters": [
    (w) => {
      const body = quoted(openCalendar({ ...w, comment: "Dođem" })).replace(/=[0-9A-F]{2}/g, (code) =>
        code.toLowerCase(),
      );
      return plainMail(headersOf(w), {
        headers: [`Content-Type: ${METHOD_TYPE}`, "Content-Transfer-Encoding: Quoted-Printable"],
        body,
      });
    },
    ...ACCEPTED,
    "Dođem",
  ],
};
