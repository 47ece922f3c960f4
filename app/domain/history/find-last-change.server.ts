import type { Db } from "#db/store.ts";

/** Who did the last thing to a row, and when; null for what nothing was done to. For deeds and for their own doer. */
export async function findLastChange(db: Db, id: string): Promise<{ actorId: string | null; at: string } | null> {
  const row = await db
    .selectFrom("audit_event")
    .select(["actor_id", "at"])
    .where("subject_id", "=", id)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { actorId: row.actor_id, at: row.at } : null;
}
