import type { Db } from "#db/store.ts";

/** Minutes of a session that are final. */
export async function finalMinutes(db: Db, given: { session_id: string; by: string; at: string }): Promise<void> {
  const { session_id, by, at } = given;
  const circulated = { circulated_by: by, circulated_at: at, amendable_until: at };
  await db
    .insertInto("minutes")
    .values({ session_id, state: "final", ...circulated, final_by: by, final_at: at })
    .execute();
}
