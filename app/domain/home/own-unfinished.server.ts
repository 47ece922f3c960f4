import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { unfinishedStatuses } from "#app/domain/access/contribution-status.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { Db } from "#db/store.ts";

/** Snapshots wait for their author too; those that were imported are completed where they came from. */
const waitingStatuses = [...unfinishedStatuses, "captured"] as const;

const counted = keptQuery((db, { accountId }: { accountId: string }) =>
  db
    .selectFrom("contribution")
    .select(({ fn }) => ["group_id", fn.countAll<number>().as("n")])
    .where("author_id", "=", accountId)
    .where("status", "in", waitingStatuses)
    .where((eb) => eb.or([eb("status", "<>", "captured"), eb("external_id", "is", null)]))
    .groupBy("group_id"),
);

/** How many own contributions are to be completed, by group. */
export async function countOwnUnfinished(db: Db, actor: Actor): Promise<{ group_id: string; n: number }[]> {
  return actor.accountId ? counted(db, { accountId: actor.accountId }) : [];
}

/** Own contributions of all groups that are to be completed. */
export function ownUnfinished(db: Db, actor: Actor) {
  return contributionsVisibleTo(db, actor)
    .where("contribution.author_id", "=", actor.accountId)
    .where("contribution.status", "in", waitingStatuses)
    .where((eb) => eb.or([eb("contribution.status", "<>", "captured"), eb("contribution.external_id", "is", null)]))
    .where(
      "contribution.group_id",
      "in",
      actor.memberships.map(({ groupId }) => groupId),
    );
}
