import { isInAudience } from "#app/domain/access/session.server.ts";
import { unsentStates } from "#app/domain/mail/sendable-mail.ts";
import { notifyPeople } from "#app/domain/sessions/notify-people.server.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import type { News } from "#app/domain/sessions/session-news.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

interface Lost {
  accountId: string;
  session: { id: string; groupId: string; startsAt: string };
}

/**
 * Takes sessions to come out of the calendars of people to whom they are not open any more, though nobody changed the
 * session: their membership ended, or they are something else in the group now. @returns how many mails were queued
 */
export async function tellLost(store: Store, now: Date = new Date()): Promise<number> {
  const lost = await findLost(store.read, now);
  if (lost.length === 0) return 0;
  await writeTransaction(store, async (db) => {
    for (const { accountId, session } of lost) await notifyPeople(db, session, { accountIds: [accountId] }, now);
  });
  return lost.length;
}

async function findLost(db: Db, now: Date): Promise<Lost[]> {
  const rows = await db
    .selectFrom("session_told")
    .innerJoin("session", "session.id", "session_told.session_id")
    .select(["session.id", "session.group_id", "session.starts_at", "session_told.account_id", "session_told.told"])
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", ">", now.toISOString())
    .where(({ eb, not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("session_person")
            .select("session_person.account_id")
            .where("session_person.session_id", "=", eb.ref("session_told.session_id"))
            .where("session_person.account_id", "=", eb.ref("session_told.account_id"))
            .where(isInAudience),
        ),
      ),
    )
    // News that wait will say it.
    .where(({ eb, not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox")
            .select("outbox.id")
            .where("outbox.subject_id", "=", eb.ref("session_told.session_id"))
            .where("outbox.recipient_id", "=", eb.ref("session_told.account_id"))
            .where("outbox.template", "=", sessionNews.name)
            .where("outbox.state", "in", [...unsentStates, "sending"]),
        ),
      ),
    )
    .orderBy("session_told.account_id")
    .orderBy("session.id")
    .execute();
  const holds = rows.filter(({ told }) => told && (JSON.parse(told) as News).method === "REQUEST");
  return holds.map((row) => ({
    accountId: row.account_id,
    session: { id: row.id, groupId: row.group_id, startsAt: row.starts_at },
  }));
}
