import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { openStatuses } from "#app/domain/access/contribution-status.ts";
import type { Db } from "#db/store.ts";

/**
 * Open sharing requests of a group that wait for the actor: of the delegation the actor speaks for; of contributions of
 * no delegation for organisers. Null for those who decide nothing.
 */
export function requestsToDecide(db: Db, actor: Actor, groupId: string) {
  const membership = membershipIn(actor, groupId);
  const delegation = membership?.speaks ? membership.beneficiaryId : null;
  if (!membership || (!delegation && membership.role !== "organiser")) return null;
  return contributionsVisibleTo(db, actor)
    .innerJoin("sharing_request", "sharing_request.contribution_id", "contribution.id")
    .where("sharing_request.decision", "is", null)
    .where("contribution.group_id", "=", groupId)
    .where("contribution.status", "in", openStatuses)
    .where("contribution.delegation_id", delegation ? "=" : "is", delegation);
}
