import type { Db } from "#db/store.ts";

/** Whether the minutes of a session are final: what they follow is not changed any more. */
export async function isRecordClosed(db: Db, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom("minutes")
    .select("state")
    .where("session_id", "=", sessionId)
    .where("state", "=", "final")
    .executeTakeFirst();
  return row !== undefined;
}
