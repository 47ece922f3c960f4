import type { Db } from "#db/store.ts";

/** Closes requests that no longer make sense: the level changed meanwhile, or the contribution was withdrawn. */
export async function supersedeRequests(db: Db, contributionId: string, now: Date): Promise<void> {
  await db
    .updateTable("sharing_request")
    .set({ decision: "superseded", decided_at: now.toISOString() })
    .where("contribution_id", "=", contributionId)
    .where("decision", "is", null)
    .execute();
}
