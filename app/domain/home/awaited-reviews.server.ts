import type { Actor } from "#app/domain/access/actor.ts";
import { type ContributionBuilder, contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { openStatuses } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { Db } from "#db/store.ts";

/** The status in which contributions of a group wait for this actor: consultants check, organisers validate. */
export function statusToReview(actor: Actor, groupId: string): "complete" | "checked" | null {
  if (can(actor, "contribution.check", { groupId })) return "complete";
  return can(actor, "contribution.validate", { groupId }) ? "checked" : null;
}

/**
 * Contributions of a group that wait for the actor's review, or for a second reader before they are shared further:
 * never what the actor wrote. Null for those who review nothing.
 */
export function contributionsToReview(db: Db, actor: Actor, groupId: string) {
  const status = statusToReview(actor, groupId);
  if (!status || !actor.accountId) return null;
  return contributionsVisibleTo(db, actor)
    .where("contribution.group_id", "=", groupId)
    .where((eb) => eb.or([eb("contribution.status", "=", status), waitsForReader(eb, actor.accountId)]))
    .where("contribution.author_id", "<>", actor.accountId);
}

/** Whether consent to share a contribution further waits for a second reader, whom somebody could be. */
function waitsForReader(eb: ContributionBuilder, accountId: string | null) {
  const waiting = eb
    .selectFrom("sharing_request")
    .innerJoin("contribution_version as original", "original.contribution_id", "sharing_request.contribution_id")
    .select("sharing_request.id")
    .whereRef("sharing_request.contribution_id", "=", "contribution.id")
    .where("sharing_request.decision", "=", "granted")
    .where("sharing_request.raised_at", "is", null)
    .where("original.provenance", "=", "original")
    .where((written) =>
      written.or([written("original.written_by", "is", null), written("original.written_by", "<>", accountId)]),
    );
  return eb.and([eb("contribution.status", "in", openStatuses), eb.exists(waiting)]);
}

/** How many they are. */
export async function countToReview(db: Db, actor: Actor, groupId: string): Promise<number> {
  const found = await contributionsToReview(db, actor, groupId)
    ?.select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return found?.n ?? 0;
}
