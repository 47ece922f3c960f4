import type { Actor } from "#app/domain/access/actor.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { changeContributions } from "#app/domain/knowledge/write-contributions.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Raises a sharing level after consent. It is a revision of its own: somebody who edits meanwhile, thinking of fewer
 * readers, meets a conflict instead of publishing.
 */
export async function raiseSharing(
  db: Db,
  actor: Actor,
  row: ContributionRow,
  granted: { request: string; level: SharingLevel },
  now: Date,
): Promise<void> {
  const { request, level } = granted;
  const details = { request, from: row.sharing, to: level };
  const events = () => [["sharing.granted", row, details]] as const;
  await changeContributions(db, actor, [{ row, cause: "raised", set: { sharing: level }, events }], now);
}
