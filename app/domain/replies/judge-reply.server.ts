import type { Answer } from "#app/domain/codes.ts";
import type { CalendarAttendee, CalendarReply } from "#app/domain/replies/calendar-reply.server.ts";
import type { ReplyReason, ReplyResult } from "#app/domain/replies/reply-reasons.ts";
import { findAccountOf, findMemberOf, whyUnseated } from "#app/domain/replies/reply-seat.server.ts";
import { findAnswers } from "#app/domain/sessions/answers/find-answers.server.ts";
import type { GivenAnswer } from "#app/domain/sessions/answers/write-answer.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findKnowledge } from "#app/domain/sessions/session-told.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What becomes of a mail. */
export interface Judgement {
  result: ReplyResult;
  reason: ReplyReason;
  session?: SessionFacts | null;
  /** Whose answer it is, or claims to be. */
  accountId?: string | null;
  answer?: Answer | null;
  /** What is written down where it is applied. */
  given?: Pick<GivenAnswer, "answer" | "comment" | "stamp" | "to">;
  proposed?: { startsAt: Instant; endsAt: Instant } | null;
  /** The member of the group to whom somebody delegated. */
  delegateId?: string | null;
}

/** Who sent a reply, and when. */
export interface Sender {
  address: string;
  accountId: string | null;
  date: Date | null;
}

/** How far clocks of mail programs and of the server may differ, in minutes. */
const CLOCK_MINUTES = 5;

/**
 * What becomes of an answer that a calendar sent. It counts where its sender is the attendee whom it names, and is
 * invited; SEQUENCE says to which invitation, DTSTAMP which of two answers is newer (RFC 5546, 2.1.5). Whether the
 * sender is who they say cannot be known from the mail itself.
 */
export async function judgeReply(
  db: Db,
  reply: CalendarReply,
  session: SessionFacts,
  sender: Sender,
  now: Date,
): Promise<Judgement> {
  const own = reply.attendees.find(({ address }) => address === sender.address);
  if (!own) return judgeStranger(db, reply, session, sender, now);
  const { accountId } = sender;
  const about = { session, accountId, answer: answerOf(own) };
  const unseated = await whyUnseated(db, session, accountId, now);
  if (unseated) return { result: "dropped", reason: unseated, ...about };
  const asked = await findAsked(db, session, accountId ?? "", reply.sequence);
  if (typeof asked === "string") return { result: "dropped", reason: asked, ...about };
  if (reply.isOfOccurrence) return { result: "shown", reason: "one-occurrence", ...about };
  if (reply.method === "COUNTER") {
    const { startsAt, endsAt } = reply;
    const proposed = startsAt && endsAt && startsAt < endsAt ? { startsAt, endsAt } : null;
    return { result: "shown", reason: "counter", ...about, proposed };
  }
  if (own.says === "delegated") {
    const delegateId = await findMemberOf(db, session.groupId, own.delegatedTo);
    return { result: "shown", reason: "delegated", ...about, delegateId };
  }
  if (own.says === "other") return { result: "dropped", reason: "no-answer", ...about };
  const stamp = stampOf(reply.stamp, sender.date, now);
  const given = { answer: own.says, comment: own.comment || reply.comment, stamp, to: asked };
  return judgeOrder(db, session, accountId ?? "", given);
}

/** The sender is none of the attendees: somebody in another's name, or from another address of their own. */
async function judgeStranger(
  db: Db,
  { attendees }: CalendarReply,
  session: SessionFacts,
  { accountId }: Sender,
  now: Date,
): Promise<Judgement> {
  for (const attendee of attendees.slice(0, 10)) {
    const named = await findAccountOf(db, attendee.address);
    if (named === null) continue;
    const about = { session, accountId: named, answer: answerOf(attendee) };
    const unseated = await whyUnseated(db, session, named, now);
    if (!unseated) return { result: "shown", reason: "other-sender", ...about };
    if (unseated !== "not-invited") return { result: "dropped", reason: unseated, ...about };
  }
  const unseated = await whyUnseated(db, session, accountId, now);
  const [first] = attendees;
  const about = { session, accountId, answer: first ? answerOf(first) : null };
  if (unseated) return { result: "dropped", reason: unseated, ...about };
  return { result: "shown", reason: "other-sender", ...about };
}

/**
 * The invitation that a reply answers, by its SEQUENCE: what the person was told last, or may have been; where nothing
 * was mailed, the session as it is. `stale` is older than what they know, `future` was never said.
 */
async function findAsked(
  db: Db,
  session: SessionFacts,
  accountId: string,
  sequence: number | null,
): Promise<Pick<SessionFacts, "startsAt" | "endsAt" | "sequence"> | "stale" | "future"> {
  const { told, tried } = await findKnowledge(db, session.id, accountId);
  const entries = [told, tried].filter((one) => one !== null);
  const newestTold = entries.findLast(({ method }) => method === "REQUEST");
  if (sequence === null) return newestTold ?? session;
  const known = entries.filter(({ method }) => method === "REQUEST").findLast((one) => one.sequence === sequence);
  if (told && sequence < told.sequence) return "stale";
  if (known) return known;
  const { startsAt, endsAt } = session;
  const newest = Math.max(session.sequence, ...entries.map((one) => one.sequence));
  if (sequence > newest) return "future";
  return !told && sequence < session.sequence ? "stale" : { startsAt, endsAt, sequence };
}

/** What was written in the future was written on a clock that is wrong: it counts as of now. */
function stampOf(stamp: Instant | null, date: Date | null, now: Date): Instant {
  const at = stamp ? Date.parse(stamp) : (date?.getTime() ?? now.getTime());
  return new Date(Math.min(at, now.getTime())).toISOString();
}

async function judgeOrder(
  db: Db,
  session: SessionFacts,
  accountId: string,
  given: Required<NonNullable<Judgement["given"]>>,
): Promise<Judgement> {
  const { answer, comment, stamp, to } = given;
  const about = { session, accountId, answer };
  const before = (await findAnswers(db, session.id)).get(accountId);
  const isEarlier = to.startsAt !== session.startsAt || to.endsAt !== session.endsAt;
  if (before && before.isEarlier === isEarlier) {
    const isSame = before.answer === answer && before.comment === comment;
    if (isSame && before.sequence === to.sequence) return { result: "dropped", reason: "repeated", ...about };
    if (stamp < earliest(before)) return { result: "dropped", reason: "older", ...about };
  }
  // An answer to what is no more does not take the place of one that stands.
  if (before && isEarlier && !before.isEarlier) return { result: "dropped", reason: "stale", ...about };
  return { result: "applied", reason: isEarlier ? "earlier-time" : "answered", ...about, given };
}

/** From when on an answer is newer than the one before: of that of a mail, by the same clock, to the second. */
function earliest(before: { way: string; stamp: Instant }): Instant {
  if (before.way === "mail") return before.stamp;
  return new Date(Date.parse(before.stamp) - CLOCK_MINUTES * 60_000).toISOString();
}

function answerOf({ says }: CalendarAttendee): Answer | null {
  return says === "delegated" || says === "other" ? null : says;
}
