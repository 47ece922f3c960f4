import type { Answer } from "#app/domain/codes.ts";

/** What a `winmail.dat` says: an answer, and to which invitation, where it names one. */
export interface WinmailReply {
  answer: Answer;
  uid: string | null;
}

const SIGNATURE = 0x223e9f78;
/** Attribute that says what kind of message it is (MS-OXTNEF, 2.1.3.3.4). */
const MESSAGE_CLASS = 0x00078008;
const MAX_BYTES = 2_000_000;
const MAX_ATTRIBUTES = 200;

/**
 * Reads an answer to an invitation from Outlook's own format (MS-OXTNEF); null where there is none. Attributes are
 * stepped over by their lengths; the UID is looked for by the mark in front of it (MS-OXCICAL, 2.1.3.1.1.20.26).
 */
export function readWinmail(bytes: Uint8Array): WinmailReply | null {
  if (bytes.length < 6 || bytes.length > MAX_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SIGNATURE) return null;
  let at = 6;
  for (let count = 0; count < MAX_ATTRIBUTES && at + 11 <= bytes.length; count++) {
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const from = at + 9;
    if (from + length + 2 > bytes.length) return null;
    if (id === MESSAGE_CLASS) {
      const answer = answerOf(latin(bytes.subarray(from, from + Math.min(length, 100))));
      return answer && { answer, uid: uidIn(bytes) };
    }
    at = from + length + 2;
  }
  return null;
}

/** Both spellings that Outlook writes: of its own messages, and of those from before 1997. */
function answerOf(messageClass: string): Answer | null {
  const [, now, before] =
    /^IPM\.(?:Schedule\.Meeting\.Resp\.(Pos|Neg|Tent)|Microsoft Schedule\.MtgResp([PNA]))\b/i.exec(messageClass) ?? [];
  return classes[(now ?? before ?? "").toLowerCase()] ?? null;
}

const classes: Record<string, Answer | undefined> = {
  pos: "accepted",
  p: "accepted",
  neg: "declined",
  n: "declined",
  tent: "tentative",
  a: "tentative",
};

function uidIn(bytes: Uint8Array): string | null {
  const mark = Buffer.from("vCal-Uid\x01\0\0\0", "latin1");
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(mark);
  if (found === -1) return null;
  const text = latin(bytes.subarray(found + mark.length, found + mark.length + 300));
  return /^[\w.@:-]{3,300}/.exec(text)?.[0] ?? null;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
