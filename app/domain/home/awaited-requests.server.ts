import type { Actor, Membership } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { openStatuses } from "#app/domain/access/contribution-status.ts";
import type { Db } from "#db/store.ts";

/** Whether a member decides on sharing at all: for a delegation, or as organiser for what comes from none. */
export function decidesFor({ speaks, beneficiaryId, role }: Membership): "delegation" | "organisers" | null {
  if (speaks && beneficiaryId) return "delegation";
  return role === "organiser" ? "organisers" : null;
}

/**
 * Open sharing requests of all groups that wait for the actor: of the delegations the actor speaks for; of
 * contributions of no delegation for organisers. Null for those who decide nothing.
 */
export function requestsToDecide(db: Db, actor: Actor) {
  const deciding = actor.memberships.filter(decidesFor);
  if (deciding.length === 0) return null;
  return contributionsVisibleTo(db, actor)
    .innerJoin("sharing_request", "sharing_request.contribution_id", "contribution.id")
    .where("sharing_request.decision", "is", null)
    .where("contribution.status", "in", openStatuses)
    .where((eb) =>
      eb.or(
        deciding.map((member) => {
          const delegation = decidesFor(member) === "delegation" ? member.beneficiaryId : null;
          return eb.and([
            eb("contribution.group_id", "=", member.groupId),
            eb("contribution.delegation_id", delegation ? "=" : "is", delegation),
          ]);
        }),
      ),
    );
}
