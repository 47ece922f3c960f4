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

/** Whether the minutes of a session have left those who write them: what others read is changed by amendments then. */
export async function isRecordCirculated(db: Db, sessionId: string): Promise<boolean> {
  const row = await db.selectFrom("minutes").select("state").where("session_id", "=", sessionId).executeTakeFirst();
  return row !== undefined;
}
