import { isInAudience } from "#app/domain/access/session.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import type { Db } from "#db/store.ts";

/** Why nothing is applied to a session, for somebody. */
export type Unseated = "cancelled" | "over" | "removed" | "not-invited";

/** The session that a reply is about, whoever sees it: the mail of an invited person is their permission. */
export async function findRepliedSession(db: Db, sessionId: string): Promise<SessionFacts | null> {
  const [session] = await readSessionFacts(db.selectFrom("session").where("session.id", "=", sessionId));
  return session ?? null;
}

/** The account with an address, if it can act. */
export async function findAccountOf(db: Db, address: string | null): Promise<string | null> {
  if (address === null) return null;
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("address", "=", address)
    .where("status", "=", "active")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The account with an address, if it is one of a member of a group. */
export async function findMemberOf(db: Db, groupId: string, address: string | null): Promise<string | null> {
  const accountId = await findAccountOf(db, address);
  if (accountId === null) return null;
  const row = await db
    .selectFrom("membership")
    .select("account_id")
    .where("account_id", "=", accountId)
    .where("group_id", "=", groupId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Why somebody's answer to a session counts no more; null while it does. */
export async function whyUnseated(
  db: Db,
  session: SessionFacts,
  accountId: string | null,
  now: Date,
): Promise<Unseated | null> {
  const row = accountId
    ? await db
        .selectFrom("session_person")
        .select(["account_id", (eb) => eb.case().when(isInAudience(eb)).then(1).else(0).end().as("counts")])
        .where("session_id", "=", session.id)
        .where("account_id", "=", accountId)
        .executeTakeFirst()
    : undefined;
  if (!row) return "not-invited";
  if (!row.counts) return "removed";
  if (session.cancelled) return "cancelled";
  return isOver(session, now) ? "over" : null;
}

/** The session that a mail replies to by hand, by the Message-ID of the one that we sent to this person. */
export async function findSessionWrittenAbout(
  db: Db,
  messageIds: readonly string[],
  accountId: string | null,
): Promise<string | null> {
  if (messageIds.length === 0 || accountId === null) return null;
  const row = await db
    .selectFrom("outbox")
    .select("subject_id")
    .where("message_id", "in", messageIds)
    .where("recipient_id", "=", accountId)
    .where("template", "=", sessionNews.name)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.subject_id ?? null;
}
