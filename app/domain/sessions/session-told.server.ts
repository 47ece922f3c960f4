import type { Outcome } from "#app/domain/mail/define-mail.ts";
import type { Knowledge, News } from "#app/domain/sessions/session-news.ts";
import { readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/** Somebody at a session. */
export interface Seat {
  sessionId: string;
  accountId: string;
}

/** Tells seats apart. */
export function nameOfSeat({ sessionId, accountId }: Seat): string {
  return `${sessionId} ${accountId}`;
}

/** What a person knows of a session by mail. */
export async function findKnowledge(db: Db, sessionId: string, accountId: string): Promise<Knowledge> {
  const row = await toldTo(db, { sessionId, accountId });
  const read = (json: string | null | undefined) => (json ? (JSON.parse(json) as News) : null);
  return { told: read(row?.told), tried: read(row?.tried) };
}

const toldTo = readTogether(async (db, seats: readonly Seat[]) => {
  const rows = await db
    .selectFrom("session_told")
    .select(["session_id as sessionId", "account_id as accountId", "told", "tried"])
    .where("session_id", "in", [...new Set(seats.map(({ sessionId }) => sessionId))])
    .where("account_id", "in", [...new Set(seats.map(({ accountId }) => accountId))])
    .execute();
  return new Map(rows.map((row) => [nameOfSeat(row), row]));
}, nameOfSeat);

/**
 * Notes an attempt to tell a person of a session: while it lasts, and for good when the process dies meanwhile or the
 * connection breaks, they may know it; then they do, or they do not.
 */
export async function noteTold(
  db: Db,
  { sessionId, accountId }: Seat,
  { says, outcome, before }: { says: News; outcome: Outcome; before: Knowledge },
): Promise<void> {
  const values = {
    trying: { tried: JSON.stringify(says) },
    accepted: { told: JSON.stringify(says), tried: null },
    // What an attempt before this one left unknown is as unknown as it was.
    refused: { tried: before.tried && JSON.stringify(before.tried) },
  }[outcome];
  await db
    .insertInto("session_told")
    .values({ session_id: sessionId, account_id: accountId, ...values })
    .onConflict((conflict) => conflict.columns(["session_id", "account_id"]).doUpdateSet(values))
    .execute();
}
