import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { can } from "#app/domain/access/policy.ts";
import type { Db } from "#db/store.ts";

/** The status in which contributions of a group wait for this actor: consultants check, organisers validate. */
export function statusToReview(actor: Actor, groupId: string): "complete" | "checked" | null {
  if (can(actor, "contribution.check", { groupId })) return "complete";
  return can(actor, "contribution.validate", { groupId }) ? "checked" : null;
}

/**
 * Contributions of a group that wait for the actor's review: never the actor's own. Null for those who review nothing.
 */
export function contributionsToReview(db: Db, actor: Actor, groupId: string) {
  const status = statusToReview(actor, groupId);
  if (!status || !actor.accountId) return null;
  return contributionsVisibleTo(db, actor)
    .where("contribution.group_id", "=", groupId)
    .where("contribution.status", "=", status)
    .where("contribution.author_id", "<>", actor.accountId);
}

/** How many they are. */
export async function countToReview(db: Db, actor: Actor, groupId: string): Promise<number> {
  const found = await contributionsToReview(db, actor, groupId)
    ?.select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return found?.n ?? 0;
}
