import { consentWaits } from "#app/domain/access/indexed-values.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Closes requests that no longer make sense, those that wait for a second reader as well: the level changed meanwhile,
 * or the contribution was withdrawn.
 */
export async function supersedeRequests(db: Db, contributionId: string, now: Date): Promise<void> {
  await db
    .updateTable("sharing_request")
    .set({ decision: "superseded", decided_at: now.toISOString() })
    .where("contribution_id", "=", contributionId)
    .where((eb) => eb.or([eb("decision", "is", null), consentWaits(eb)]))
    .execute();
}
