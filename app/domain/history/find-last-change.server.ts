import type { Db } from "#db/store.ts";

/** Who did the last thing to any of these rows, and when; null where nothing was done. Tell it to its doer alone. */
export async function findLastChange(
  db: Db,
  ids: readonly string[],
): Promise<{ actorId: string | null; at: string } | null> {
  if (ids.length === 0) return null;
  const row = await db
    .selectFrom("audit_event")
    .select(["actor_id", "at"])
    .where("subject_id", "in", ids)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { actorId: row.actor_id, at: row.at } : null;
}
