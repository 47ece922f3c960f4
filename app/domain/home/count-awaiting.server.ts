import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { awaitedStatuses } from "#app/domain/access/contribution-status.ts";
import { requestsToDecide } from "#app/domain/home/awaited-requests.server.ts";
import { contributionsToReview } from "#app/domain/home/awaited-reviews.server.ts";
import { countOwnUnfinished } from "#app/domain/home/own-unfinished.server.ts";
import { openActionsOf } from "#app/domain/minutes/find-action-points.server.ts";
import { countOwnUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import type { Db } from "#db/store.ts";

/**
 * How many things wait for the actor, by group, without groups where there is nothing: invitations to answer, own
 * records to complete, records to review, sharing requests the actor may decide, and action points. The first page
 * lists the same.
 */
export async function countAwaiting(db: Db, actor: Actor, now: Date): Promise<Map<string, number>> {
  const waiting = new Map<string, number>();
  if (!actor.accountId) return waiting;
  const queries = [
    requestsToDecide(db, actor),
    ...awaitedStatuses.map((status) => contributionsToReview(db, actor, status)),
  ];
  const rows = [...(await countOwnUnfinished(db, actor)), ...(await countOwnUnanswered(db, actor, now))];
  for (const query of queries) {
    const counted = query
      ?.select(({ fn }) => ["contribution.group_id", fn.countAll<number>().as("n")])
      .groupBy("contribution.group_id");
    rows.push(...((await counted?.execute()) ?? []));
  }
  const actions = openActionsOf(db, actor).select(({ fn }) => ["action_point.group_id", fn.countAll<number>().as("n")]);
  rows.push(...(await actions.groupBy("action_point.group_id").execute()));
  for (const { group_id, n } of rows) {
    if (membershipIn(actor, group_id)) waiting.set(group_id, (waiting.get(group_id) ?? 0) + n);
  }
  return waiting;
}
