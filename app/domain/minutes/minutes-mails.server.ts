import { findActorOfLine } from "#app/domain/access/find-actor.server.ts";
import { seesSession } from "#app/domain/access/session.ts";
import { defineMail, type Sending, unsent } from "#app/domain/mail/define-mail.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isExpected } from "#app/domain/sessions/session-mails.server.ts";
import { byColumn, readTogether } from "#db/read-together.ts";

/** To those who attended: the minutes are there to be read, and may be amended for some days. */
export const minutesCirculated = defineMail({
  name: "minutes-circulated",
  subjectType: "session",
  isNews: true,
  find: async (sending, _kept: Record<string, never>) => {
    const [session, minutes] = await Promise.all([seenBy(sending), minutesWith(sending.db, sending.subjectId)]);
    if (!session) return null;
    if (minutes?.state !== "circulated") return unsent("over");
    const amendableUntil = minutes.amendable_until ?? "";
    return { session, amendableUntil, isOver: amendableUntil <= sending.now.toISOString() };
  },
});

/** To those who attended: amendments can no longer be proposed, earlier than they were told. */
export const amendingEnded = defineMail({
  name: "amending-ended",
  subjectType: "session",
  isNews: true,
  find: async (sending, _kept: Record<string, never>) => {
    const [session, minutes] = await Promise.all([seenBy(sending), minutesWith(sending.db, sending.subjectId)]);
    if (!session || !minutes?.amendable_until) return null;
    return { session, endedAt: minutes.amendable_until, isFinal: minutes.state === "final" };
  },
});

/** To the proposer of an amendment: it was accepted, or refused and why. */
export const amendmentDecided = defineMail({
  name: "amendment-decided",
  subjectType: "session",
  isNews: true,
  find: async (sending, { amendment }: { amendment: string }) => {
    const [session, found] = await Promise.all([seenBy(sending), amendmentWith(sending.db, amendment)]);
    if (!session || !found?.decision || found.session_id !== session.id) return null;
    if (found.author_id !== sending.recipientId) return null;
    return { session, decision: found.decision, reason: found.reason };
  },
});

/** The session that a mail is about, if its recipient may still see it. */
export async function seenBy({ db, recipientId, subjectId }: Sending): Promise<SessionFacts | null> {
  if (!recipientId) return null;
  const [actor, session, isInvited] = await Promise.all([
    findActorOfLine(db, recipientId),
    sessionWith(db, subjectId),
    isExpected(db, { sessionId: subjectId, accountId: recipientId }),
  ]);
  if (!session) return null;
  const audience = isInvited ? [recipientId] : [];
  return seesSession(actor, { groupId: session.groupId, audience }) ? session : null;
}

const sessionWith = readTogether(async (db, ids) =>
  byColumn(await readSessionFacts(db.selectFrom("session").where("session.id", "in", ids)), "id"),
);

const minutesWith = readTogether(async (db, ids) => {
  const rows = await db
    .selectFrom("minutes")
    .select(["session_id", "state", "amendable_until"])
    .where("session_id", "in", ids)
    .execute();
  return byColumn(rows, "session_id");
});

const amendmentWith = readTogether(async (db, ids) => {
  const ofItems = db
    .selectFrom("minutes_amendment")
    .select(["id", "session_id", "author_id", "decision", "reason"])
    .where("id", "in", ids);
  const ofDecisions = db
    .selectFrom("decision_amendment")
    .select(["id", "session_id", "author_id", "outcome as decision", "reason"])
    .where("id", "in", ids);
  return byColumn(await ofItems.unionAll(ofDecisions).execute(), "id");
});
