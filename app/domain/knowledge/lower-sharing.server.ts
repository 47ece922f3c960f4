import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Refused } from "#app/domain/errors.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { isHigher, levelsAbove } from "#app/domain/knowledge/sharing-level.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { changeContributions } from "#app/domain/knowledge/write-contributions.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Lowers a sharing level at once. Earlier versions go down with the contribution: raising it again is consent to what
 * it says then, not to what it once said. Open requests are closed.
 * @throws NotFound, Forbidden, Refused
 */
export async function lowerSharing(
  store: Store,
  actor: Actor,
  { number, level }: { number: string; level: SharingLevel },
  now: Date = new Date(),
): Promise<{ number: string; stillSeen: boolean }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, number);
    authorise(actor, "sharing.lower", contributionSubject(actor, row));
    if (!isSubmitted(row.status)) throw new Refused({ key: "sharing.notNow" });
    if (!isHigher(row.sharing, level)) throw new Refused([{ field: "level", message: { key: "sharing.notLower" } }]);

    const events = () => [["sharing.lowered", row, { from: row.sharing, to: level }]] as const;
    await changeContributions(
      db,
      actor,
      [{ row, cause: "lowered", set: { sharing: level, unread_reason: null }, events }],
      now,
    );
    await db
      .updateTable("contribution_revision")
      .set({ sharing: level })
      .where("contribution_id", "=", row.id)
      .where("sharing", "in", levelsAbove(level))
      .execute();
    await supersedeRequests(db, row.id, now);
    // A member of another delegation who wrote it for a wider circle may see it no longer.
    const seen = await contributionsVisibleTo(db, actor)
      .select("contribution.id")
      .where("contribution.id", "=", row.id)
      .executeTakeFirst();
    return { number, stillSeen: seen !== undefined };
  });
}
