import { readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/** Whom to write to about a session. */
export interface Contact {
  id: string;
  name: string;
  address: string;
}

/** Whoever scheduled a session if they still organise its group, otherwise another organiser; null if there is none. */
export async function findContact(db: Db, sessionId: string): Promise<Contact | null> {
  const { organisers = [], scheduledBy } = (await organisersOf(db, sessionId)) ?? {};
  return organisers.find(({ id }) => id === scheduledBy) ?? organisers[0] ?? null;
}

/** The organisers of the groups of sessions, who has been one for longest first. */
const organisersOf = readTogether(async (db, sessionIds) => {
  const rows = await db
    .selectFrom("session")
    .innerJoin("membership", "membership.group_id", "session.group_id")
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["session.id as session_id", "session.created_by", "account.id", "account.name", "account.address"])
    .where("session.id", "in", sessionIds)
    .where("membership.role", "=", "organiser")
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .orderBy("membership.started_at")
    .orderBy("account.id")
    .execute();
  const bySession = new Map<string, { scheduledBy: string; organisers: Contact[] }>();
  for (const { session_id, created_by, ...organiser } of rows) {
    const one = bySession.get(session_id) ?? { scheduledBy: created_by, organisers: [] };
    bySession.set(session_id, one);
    one.organisers.push(organiser);
  }
  return bySession;
});
