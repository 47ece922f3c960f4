import type { Case } from "#tests/domain/replies/corpus/answered.ts";
import {
  apple,
  attached,
  bare,
  calendarPart,
  exchange,
  gmail,
  headersOf,
  openCalendar,
  type Written,
} from "#tests/domain/replies/corpus/clients.ts";
import { base64, multipart, plainMail, text } from "#tests/domain/replies/corpus/mime.ts";
import { winmail } from "#tests/domain/replies/corpus/winmail.ts";

const to = (w: Written) => ["In-Reply-To: <{{MESSAGE}}>", ...(w.headers ?? [])];
const byHand = (w: Written, words: string, subject = "Re: Invitation") =>
  plainMail(headersOf({ ...w, headers: to(w) }, subject), text(words));
const tnef = (messageClass: string, uid: (w: Written) => string | null) => (w: Written) => {
  const file = {
    headers: ['Content-Type: application/ms-tnef; name="winmail.dat"', "Content-Transfer-Encoding: base64"],
    body: base64(winmail(messageClass, uid(w))),
  };
  return multipart(headersOf({ ...w, headers: to(w) }), "mixed", [text(""), file]);
};
const withUid = ({ uid }: Written) => uid;

/** What is no plain answer: shown to the organisers, or dropped. `{{MESSAGE}}` is the Message-ID of the invitation. */
export const others: Record<string, Case> = {
  "somebody else in her name": [
    (w) => gmail({ ...w, from: "assistant@example.org" }),
    "shown other-sender",
    "accepted",
  ],
  "another time proposed by Outlook": [
    (w) => exchange({ ...w, method: "COUNTER", partstat: "TENTATIVE", start: "20261104T110000" }),
    "shown counter",
    "tentative",
  ],
  "another time proposed by Gmail": [
    (w) => gmail({ ...w, method: "COUNTER", start: "20261104T100000Z" }),
    "shown counter",
    "accepted",
  ],
  "delegated to somebody": [(w) => apple({ ...w, partstat: "DELEGATED" }), "shown delegated", null],
  "one occurrence": [
    (w) => bare({ ...w, lines: ["RECURRENCE-ID:20261104T080000Z"] }),
    "shown one-occurrence",
    "accepted",
  ],
  "a broken calendar": [
    (w) => plainMail(headersOf({ ...w, headers: to(w) }), calendarPart("BEGIN:VCALENDAR\r\nnonsense", "text/calendar")),
    "shown malformed",
    null,
  ],
  "a calendar that ends too early": [
    (w) => plainMail(headersOf({ ...w, headers: to(w) }), calendarPart(openCalendar(w).slice(0, 200), "text/calendar")),
    "shown malformed",
    null,
  ],
  "Outlook's own format": [tnef("IPM.Schedule.Meeting.Resp.Pos", withUid), "applied answered", "accepted"],
  "Outlook's own format, declined": [tnef("IPM.Schedule.Meeting.Resp.Neg", withUid), "applied answered", "declined"],
  "Outlook's own format from before": [
    tnef("IPM.Microsoft Schedule.MtgRespA", withUid),
    "applied answered",
    "tentative",
  ],
  "Outlook's own format that names no invitation": [
    tnef("IPM.Schedule.Meeting.Resp.Pos", () => null),
    "applied answered",
    "accepted",
  ],
  "Outlook's own format of a note": [tnef("IPM.Note", withUid), "shown winmail", null],
  "an answer by hand": [(w) => byHand(w, "I will be there."), "shown wrote-back", null],
  "words that answer nothing": [(w) => plainMail(headersOf(w, "Hello"), text("Hello.")), "dropped no-answer", null],
  "an absence notice": [
    (w) => byHand({ ...w, headers: ["Auto-Submitted: auto-replied"] }, "I am away."),
    "dropped automatic",
    null,
  ],
  "an absence notice of Exchange": [
    (w) => byHand({ ...w, headers: ["X-Auto-Response-Suppress: All"] }, "Away.", "Automatic reply: Invitation"),
    "dropped automatic",
    null,
  ],
  "an absence notice of old": [
    (w) => byHand({ ...w, headers: ["Precedence: bulk"] }, "Away."),
    "dropped automatic",
    null,
  ],
  "a receipt": [
    (w) =>
      multipart(
        headersOf({ ...w, headers: to(w) }, "Read: Invitation"),
        'report; report-type="disposition-notification"',
        [
          text("Read."),
          {
            headers: ["Content-Type: message/disposition-notification"],
            body: "Disposition: manual-action/MDN-sent-manually; displayed\r\n",
          },
        ],
      ),
    "dropped receipt",
    null,
  ],
  "an invitation forwarded whole": [
    (w) =>
      multipart(headersOf({ ...w, messageId: "f@client.example.org" }, "Fwd: Accepted"), "mixed", [
        text("See below."),
        { headers: ["Content-Type: message/rfc822"], body: gmail(w) },
      ]),
    "dropped no-answer",
    null,
  ],
  "METHOD nowhere": [
    (w) => plainMail(headersOf(w), calendarPart(openCalendar(w, { method: false }), "text/calendar")),
    "dropped no-method",
    null,
  ],
  "an invitation of hers": [(w) => gmail({ ...w, method: "REQUEST" }), "dropped not-a-reply", null],
  "a cancellation of hers": [(w) => gmail({ ...w, method: "CANCEL" }), "dropped not-a-reply", null],
  "not answered yet": [(w) => gmail({ ...w, partstat: "NEEDS-ACTION" }), "dropped no-answer", null],
  "a later SEQUENCE than any": [(w) => gmail({ ...w, sequence: 7 }), "dropped future", "accepted"],
  "another installation": [(w) => gmail({ ...w, uid: w.uid.replace("@", "@not-") }), "dropped other-host", null],
  "a session that there is not": [
    (w) => gmail({ ...w, uid: w.uid.replace(/^.{16}/, "0123456789abcdef") }),
    "dropped unknown-session",
    null,
  ],
  "somebody not invited": [
    (w) => gmail({ ...w, address: "participantal@test.example" }),
    "dropped not-invited",
    "accepted",
  ],
  "a room": [
    (w) => exchange({ ...w, address: "room.12@example.org", headers: ["Auto-Submitted: auto-generated"] }),
    "dropped not-invited",
    "accepted",
  ],
  "no sender": [
    (w) =>
      Buffer.from(
        gmail(w)
          .toString("latin1")
          .replace(/^From:.*\r\n/m, ""),
        "latin1",
      ),
    "dropped no-sender",
    null,
  ],
  "two senders": [(w) => gmail({ ...w, from: `${w.address}>, <other@example.org` }), "dropped no-sender", null],
  "a mail of many parts": [
    (w) =>
      multipart(
        headersOf(w),
        "mixed",
        Array.from({ length: 2000 }, () => text("x")),
      ),
    "dropped too-complex",
    null,
  ],
  "parts in parts in parts": [
    (w) => {
      const depth = Array.from(
        { length: 3000 },
        (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
      );
      return Buffer.from(
        [...headersOf(w), "Content-Type: multipart/mixed; boundary=b0", "", depth.join("")].join("\r\n"),
      );
    },
    "dropped too-complex",
    null,
  ],
  "twenty megabytes that reply": [
    (w) => Buffer.concat([byHand(w, ""), Buffer.alloc(20_000_000, "word \n")]),
    "shown too-large",
    null,
  ],
  "twenty megabytes of anything": [
    (w) => Buffer.concat([gmail(w), Buffer.alloc(20_000_000, "x")]),
    "dropped too-large",
    null,
  ],
  "a line in a header": [
    (w) => attached({ ...w, headers: ["X-Note: a\r\nBcc: victim@example.org"] }),
    "applied answered",
    "accepted",
  ],
  "a calendar too large": [
    (w) => attached(w, openCalendar({ ...w, lines: [`X-FILL:${"x".repeat(400_000)}`] })),
    "dropped no-answer",
    null,
  ],
};
