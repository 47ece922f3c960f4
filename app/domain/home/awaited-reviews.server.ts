import type { Actor } from "#app/domain/access/actor.ts";
import { type ContributionBuilder, contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { type AwaitedStatus, awaitedStatuses, openStatuses } from "#app/domain/access/contribution-status.ts";
import { consentWaits, ORIGINAL } from "#app/domain/access/indexed-values.server.ts";
import { can } from "#app/domain/access/policy.ts";
import type { Db } from "#db/store.ts";

/** Groups in which contributions of a status wait for this actor. */
export function groupsToReview(actor: Actor, status: AwaitedStatus): { id: string; slug: string }[] {
  return actor.memberships
    .filter(({ groupId }) => statusToReview(actor, groupId) === status)
    .map(({ groupId, groupSlug }) => ({ id: groupId, slug: groupSlug }));
}

function statusToReview(actor: Actor, groupId: string): AwaitedStatus | null {
  if (can(actor, "contribution.check", { groupId })) return "complete";
  return can(actor, "contribution.validate", { groupId }) ? "checked" : null;
}

/**
 * Contributions of all groups that wait for the actor's review in a status, or for a second reader before they are
 * shared further: never what the actor wrote. Null for those who review nothing in it.
 */
export function contributionsToReview(db: Db, actor: Actor, status: AwaitedStatus) {
  const groups = groupsToReview(actor, status).map(({ id }) => id);
  if (groups.length === 0 || !actor.accountId) return null;
  return contributionsVisibleTo(db, actor)
    .where("contribution.group_id", "in", groups)
    .where((eb) => eb.or([eb("contribution.status", "=", status), waitsForReader(eb, actor.accountId)]))
    .where("contribution.author_id", "<>", actor.accountId);
}

/** Snapshots that nobody has completed, in the groups where the actor reviews. Null for those who review nothing. */
export function snapshotsToComplete(db: Db, actor: Actor) {
  const groups = awaitedStatuses.flatMap((status) => groupsToReview(actor, status)).map(({ id }) => id);
  if (groups.length === 0 || !actor.accountId) return null;
  return contributionsVisibleTo(db, actor)
    .where("contribution.group_id", "in", groups)
    .where("contribution.status", "=", "captured")
    .where((eb) => eb.not(waitsForReader(eb, actor.accountId)))
    .where("contribution.author_id", "<>", actor.accountId);
}

/** Whether consent to share a contribution further waits for a second reader, whom somebody could be. */
function waitsForReader(eb: ContributionBuilder, accountId: string | null) {
  const waiting = eb
    .selectFrom("sharing_request")
    .innerJoin("contribution_version as original", "original.contribution_id", "sharing_request.contribution_id")
    .select("sharing_request.id")
    .whereRef("sharing_request.contribution_id", "=", "contribution.id")
    .where((request) => consentWaits(request))
    .where("original.provenance", "=", ORIGINAL)
    .where((written) =>
      written.or([written("original.written_by", "is", null), written("original.written_by", "<>", accountId)]),
    );
  return eb.and([eb("contribution.status", "in", openStatuses), eb.exists(waiting)]);
}
