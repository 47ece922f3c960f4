import type { Db } from "#db/store.ts";

/** Something decided in a session. */
export interface Decision {
  id: string;
  /** Counts in the session. */
  number: number;
  text: string;
  itemId: string | null;
  revision: number;
}

/** What was decided in a session, but for what was decided under an item that the viewer does not see. */
export async function findDecisions(db: Db, sessionId: string, items: readonly { id: string }[]): Promise<Decision[]> {
  const seen = new Set(items.map(({ id }) => id));
  const rows = await db
    .selectFrom("decision")
    .select(["id", "number", "text", "item_id", "revision"])
    .where("session_id", "=", sessionId)
    .where("removed_at", "is", null)
    .orderBy("number")
    .execute();
  return rows
    .filter(({ item_id }) => item_id === null || seen.has(item_id))
    .map(({ item_id, ...row }) => ({ ...row, itemId: item_id }));
}
