import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { indexContribution } from "#app/domain/knowledge/index-contribution.server.ts";
import { keepRevision } from "#app/domain/knowledge/keep-revision.server.ts";
import { isHigher, levelsAbove } from "#app/domain/knowledge/sharing-level.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Lowers a sharing level at once. Earlier versions go down with the record: raising it again is consent to what it says
 * then, not to what it once said. Open requests are closed.
 * @throws NotFound, Forbidden, Refused
 */
export async function lowerSharing(
  store: Store,
  actor: Actor,
  input: { number: string; level: SharingLevel },
  now: Date = new Date(),
): Promise<{ number: string; stillSeen: boolean }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, input.number);
    authorise(actor, "sharing.lower", contributionSubject(actor, row));
    if (!isSubmitted(row.status)) throw new Refused({ key: "sharing.notNow" });
    if (!isHigher(row.sharing, input.level)) {
      throw new Refused([{ field: "level", message: { key: "sharing.notLower" } }]);
    }
    const revision = await keepRevision(db, actor, row, "lowered", now);
    await db
      .updateTable("contribution")
      .set({ sharing: input.level, revision, updated_at: now.toISOString() })
      .where("id", "=", row.id)
      .execute();
    await db
      .updateTable("contribution_revision")
      .set({ sharing: input.level })
      .where("contribution_id", "=", row.id)
      .where("sharing", "in", levelsAbove(input.level))
      .execute();
    await supersedeRequests(db, row.id, now);
    await recordEvent(db, actor, "sharing.lowered", row, { from: row.sharing, to: input.level }, now);
    await indexContribution(db, row.id);
    // A member of another delegation who wrote it for a wider circle may see it no longer.
    const seen = await contributionsVisibleTo(db, actor)
      .select("contribution.id")
      .where("contribution.id", "=", row.id)
      .executeTakeFirst();
    return { number: row.number, stillSeen: seen !== undefined };
  });
}
