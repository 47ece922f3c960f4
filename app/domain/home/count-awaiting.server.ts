import type { Actor } from "#app/domain/access/actor.ts";
import { unfinishedStatuses } from "#app/domain/access/contribution-status.ts";
import { requestsToDecide } from "#app/domain/home/awaited-requests.server.ts";
import { countToReview } from "#app/domain/home/awaited-reviews.server.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { Db } from "#db/store.ts";

const ownUnfinished = keptQuery((db, { accountId, groupId }: { accountId: string; groupId: string }) =>
  db
    .selectFrom("contribution")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("author_id", "=", accountId)
    .where("group_id", "=", groupId)
    .where("status", "in", unfinishedStatuses),
);

/**
 * How many things wait for the actor in a group: own records to complete, records to review, and sharing requests the
 * actor may decide. The first page lists the same.
 */
export async function countAwaiting(db: Db, actor: Actor, groupId: string): Promise<number> {
  if (!actor.accountId) return 0;
  const [unfinished] = await ownUnfinished(db, { accountId: actor.accountId, groupId });
  const requests = await requestsToDecide(db, actor, groupId)
    ?.select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return (unfinished?.n ?? 0) + (requests?.n ?? 0) + (await countToReview(db, actor, groupId));
}
