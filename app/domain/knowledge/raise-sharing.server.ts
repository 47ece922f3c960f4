import type { Actor } from "#app/domain/access/actor.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { indexContribution } from "#app/domain/knowledge/index-contribution.server.ts";
import { keepRevision } from "#app/domain/knowledge/keep-revision.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Raises a sharing level after consent. It is a revision of its own: somebody who edits meanwhile, thinking of fewer
 * readers, meets a conflict instead of publishing.
 */
export async function raiseSharing(
  db: Db,
  actor: Actor,
  row: ContributionRow,
  level: SharingLevel,
  now: Date,
): Promise<void> {
  const revision = await keepRevision(db, actor, row, "raised", now);
  await db
    .updateTable("contribution")
    .set({ sharing: level, revision, updated_at: now.toISOString() })
    .where("id", "=", row.id)
    .execute();
  await indexContribution(db, row.id);
}
