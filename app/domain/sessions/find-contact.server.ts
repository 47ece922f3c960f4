import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** Whom to write to about a session. */
export interface Contact {
  id: string;
  name: string;
  address: string;
}

/** Whoever scheduled a session if they still organise its group, otherwise another organiser; null if there is none. */
export async function findContact(
  db: Db,
  { id, groupId }: Pick<SessionFacts, "id" | "groupId">,
): Promise<Contact | null> {
  const organisers = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["account.id", "account.name", "account.address"])
    .where("membership.group_id", "=", groupId)
    .where("membership.role", "=", "organiser")
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .orderBy("membership.started_at")
    .orderBy("account.id")
    .execute();
  const session = await db.selectFrom("session").select("created_by").where("id", "=", id).executeTakeFirst();
  return organisers.find((organiser) => organiser.id === session?.created_by) ?? organisers[0] ?? null;
}
