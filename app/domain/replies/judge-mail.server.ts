import { findCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { isId } from "#app/domain/identity.server.ts";
import { type CalendarReply, type NoReply, readCalendarReply } from "#app/domain/replies/calendar-reply.server.ts";
import type { IncomingMail, UnreadMail } from "#app/domain/replies/incoming-mail.server.ts";
import { type Judgement, judgeReply, type Sender } from "#app/domain/replies/judge-reply.server.ts";
import {
  findAccountOf,
  findRepliedSession,
  findSessionWrittenAbout,
  whyUnseated,
} from "#app/domain/replies/reply-seat.server.ts";
import { readWinmail } from "#app/domain/replies/winmail.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** What becomes of a mail that was read, and why. */
export async function judgeMail(db: Db, mail: IncomingMail, now: Date): Promise<Judgement> {
  if (mail.report !== null) return { result: "dropped", reason: mail.report === "receipt" ? "receipt" : "bounce" };
  if (mail.from === null) return { result: "dropped", reason: "no-sender" };
  const sender: Sender = { address: mail.from, accountId: await findAccountOf(db, mail.from), date: mail.date };
  if (mail.calendars.length > 0) return judgeCalendars(db, mail, sender, now);
  if (mail.winmail) return judgeWinmail(db, mail, mail.winmail, sender, now);
  // A machine writes back too; people of the group are not shown what it says.
  if (mail.isAutomatic) return { result: "dropped", reason: "automatic" };
  return judgeByHand(db, mail, sender, "wrote-back", now);
}

/** What becomes of one of which only the headers were read. */
export async function judgeUnread(db: Db, { why, head }: UnreadMail, now: Date): Promise<Judgement> {
  if (why !== "too-large" || !head?.from || head.isAutomatic) return { result: "dropped", reason: why };
  const sender = { address: head.from, accountId: await findAccountOf(db, head.from), date: head.date };
  const shown = await judgeByHand(db, head, sender, "too-large", now);
  return shown.result === "shown" ? shown : { ...shown, reason: "too-large" };
}

async function judgeCalendars(db: Db, mail: IncomingMail, sender: Sender, now: Date): Promise<Judgement> {
  const host = (await findCalendarHost(db))?.toLowerCase() ?? null;
  const isOurs = (uid: string) => hostOf(uid) === host;
  const read = mail.calendars.map(({ text, method }) => readCalendarReply(text, method, isOurs));
  const replies = read.filter((one): one is CalendarReply => typeof one !== "string");
  const reply = replies.find(({ uid }) => isOurs(uid)) ?? replies[0];
  if (!reply) return judgeNoReply(db, mail, sender, worst(read), now);
  if (!isOurs(reply.uid)) return { result: "dropped", reason: "other-host" };
  const session = await sessionOf(db, reply.uid);
  return session ? judgeReply(db, reply, session, sender, now) : { result: "dropped", reason: "unknown-session" };
}

/** There is a calendar, and no reply in it: an answer by hand may have brought it along. */
async function judgeNoReply(db: Db, mail: IncomingMail, sender: Sender, why: NoReply, now: Date): Promise<Judgement> {
  if (mail.isAutomatic) return { result: "dropped", reason: "automatic" };
  if (why === "not-a-reply") return { result: "dropped", reason: why };
  const shown = await judgeByHand(db, mail, sender, "malformed", now);
  return shown.result === "shown" ? shown : { ...shown, reason: why };
}

async function judgeWinmail(
  db: Db,
  mail: IncomingMail,
  winmail: Uint8Array,
  sender: Sender,
  now: Date,
): Promise<Judgement> {
  const said = readWinmail(winmail);
  const named = said?.uid ? await sessionOf(db, said.uid) : null;
  const written = await findSessionWrittenAbout(db, mail.repliesTo, sender.accountId);
  const session = named ?? (written ? await findRepliedSession(db, written) : null);
  if (!session || !said) return judgeByHand(db, mail, sender, "winmail", now);
  // It names no attendee and no SEQUENCE: it is the sender's, to what they were told last.
  const attendee = { address: sender.address, says: said.answer, delegatedTo: null, comment: "" };
  const reply = {
    ...{ method: "REPLY" as const, uid: "", isOfOccurrence: false, stamp: null, comment: "" },
    ...{ attendees: [attendee], sequence: null, startsAt: null, endsAt: null },
  };
  return judgeReply(db, reply, session, sender, now);
}

/** What somebody invited wrote by hand is shown to the organisers, that and no more. */
async function judgeByHand(
  db: Db,
  mail: IncomingMail,
  { accountId }: Sender,
  reason: "wrote-back" | "malformed" | "winmail" | "too-large",
  now: Date,
): Promise<Judgement> {
  const written = await findSessionWrittenAbout(db, mail.repliesTo, accountId);
  const session = written ? await findRepliedSession(db, written) : null;
  if (!session) return { result: "dropped", reason: "no-answer", accountId };
  const unseated = await whyUnseated(db, session, accountId, now);
  if (unseated) return { result: "dropped", reason: unseated, session, accountId };
  return { result: "shown", reason, session, accountId };
}

async function sessionOf(db: Db, uid: string): Promise<SessionFacts | null> {
  const [id = ""] = uid.split("@");
  return isId(id) ? findRepliedSession(db, id) : null;
}

function hostOf(uid: string): string {
  return uid.slice(uid.indexOf("@") + 1).toLowerCase();
}

/** The one that says most of why nothing was read. */
function worst(read: readonly (CalendarReply | NoReply)[]): NoReply {
  return (["malformed", "no-method", "not-a-reply"] as const).find((why) => read.includes(why)) ?? "malformed";
}
