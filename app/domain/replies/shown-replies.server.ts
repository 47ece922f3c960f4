import type { Actor } from "#app/domain/access/actor.ts";
import { authorise, can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { Answer } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { ReplyReason } from "#app/domain/replies/reply-reasons.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** A mail that somebody who organises has to look at. */
export interface ShownReply {
  id: string;
  session: SessionFacts;
  reason: ReplyReason;
  /** The address that it came from; empty where that is the person's own. */
  from: string;
  subject: string;
  /** Whose answer it is, or claims to be. */
  person: string;
  answer: Answer | null;
  proposed: { startsAt: Instant; endsAt: Instant } | null;
  /** Name of the member who is to come instead. */
  delegate: string | null;
  at: Instant;
}

/** Which mails are shown: of one session, of a round, or one of them. */
export type Shown = { sessionId: string } | { roundId: string } | { replyId: string };

const MAX_SHOWN = 50;

/** Mails that are to be looked at, newest first, of those sessions that the actor organises. */
export async function findShownReplies(db: Db, actor: Actor, which: Shown): Promise<ShownReply[]> {
  const organised = actor.memberships.filter(({ groupId }) => can(actor, "replies.settle", { groupId }));
  if (organised.length === 0) return [];
  let query = db
    .selectFrom("received_reply")
    .innerJoin("session", "session.id", "received_reply.session_id")
    .innerJoin("account", "account.id", "received_reply.account_id")
    .selectAll("received_reply")
    .leftJoin("account as delegate", "delegate.id", "received_reply.delegate_id")
    .select(["account.name", "account.address", "delegate.name as delegate"])
    .where(
      "session.group_id",
      "in",
      organised.map(({ groupId }) => groupId),
    )
    .where((eb) => eb.or([eb("result", "=", "shown"), eb("reason", "=", "comment-left-out")]))
    .where("settled_at", "is", null);
  if ("sessionId" in which) query = query.where("session.id", "=", which.sessionId);
  else if ("roundId" in which) query = query.where("session.round_id", "=", which.roundId);
  else query = query.where("received_reply.id", "=", which.replyId);
  const rows = await query.orderBy("received_reply.at", "desc").orderBy("received_reply.id").limit(MAX_SHOWN).execute();
  const sessions = await sessionsOf(db, actor, rows);
  return rows.flatMap((row): ShownReply[] => {
    const session = sessions.get(row.session_id ?? "");
    const { proposed_starts_at: startsAt, proposed_ends_at: endsAt } = row;
    const from = row.from_address === row.address ? "" : row.from_address;
    const said = { reason: row.reason as ReplyReason, from, subject: row.subject, answer: row.answer, at: row.at };
    const proposed = startsAt && endsAt ? { startsAt, endsAt } : null;
    return session ? [{ id: row.id, session, person: row.name, ...said, proposed, delegate: row.delegate }] : [];
  });
}

async function sessionsOf(db: Db, actor: Actor, rows: readonly { session_id: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ session_id }) => session_id ?? []))];
  if (ids.length === 0) return new Map<string, SessionFacts>();
  const found = await readSessionFacts(sessionsVisibleTo(db, actor).where("session.id", "in", ids));
  return new Map(found.map((session) => [session.id, session]));
}

/**
 * One of them, to be set aside.
 * @throws NotFound also for one that was
 */
export async function findShownReply(db: Db, actor: Actor, replyId: string): Promise<ShownReply> {
  const [reply] = await findShownReplies(db, actor, { replyId });
  if (!reply) throw new NotFound("reply");
  return reply;
}

/**
 * Sets a mail aside that somebody has looked at: it is shown no more.
 * @throws NotFound, Forbidden
 */
export async function settleReply(
  store: Store,
  actor: Actor,
  { replyId }: { replyId: string },
  now: Date = new Date(),
): Promise<{ sessionId: string }> {
  return writeTransaction(store, async (db) => {
    const { session } = await findShownReply(db, actor, replyId);
    authorise(actor, "replies.settle", { groupId: session.groupId });
    await db
      .updateTable("received_reply")
      .set({ settled_at: now.toISOString(), settled_by: actor.accountId })
      .where("id", "=", replyId)
      .execute();
    const subject = { id: replyId, group_id: session.groupId };
    await recordEvent(db, actor, "reply.settled", subject, { session: session.id }, now);
    return { sessionId: session.id };
  });
}
