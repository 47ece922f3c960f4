import type { Actor } from "#app/domain/access/actor.ts";
import { openStatuses } from "#app/domain/access/contribution-status.ts";
import { type Ability, can } from "#app/domain/access/policy.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";

// The review of a contribution: captured -> complete -> checked -> validated; returned or archived with a reason.

/** What a review decides; also the status that the contribution has then. */
export const decisions = ["checked", "validated", "returned", "archived"] as const;
export type Decision = (typeof decisions)[number];

type Status = ContributionTable["status"];

interface Rule {
  from: readonly Status[];
  /** One of these is enough. */
  abilities: readonly [Ability, ...Ability[]];
  needsReason: boolean;
  /** Whether the author of a contribution may decide this about it, given the role. */
  byAuthor: boolean;
}

export const reviewRules: Record<Decision, Rule> = {
  checked: { from: ["complete"], abilities: ["contribution.check"], needsReason: false, byAuthor: false },
  validated: { from: ["checked"], abilities: ["contribution.validate"], needsReason: false, byAuthor: false },
  returned: {
    from: ["complete", "checked"],
    abilities: ["contribution.check", "contribution.validate"],
    needsReason: true,
    byAuthor: false,
  },
  archived: {
    from: openStatuses,
    abilities: ["contribution.archive"],
    needsReason: true,
    byAuthor: true,
  },
};

/** What the actor may decide about a contribution as it is now. */
export function decisionsOpenTo(
  actor: Actor,
  { groupId, authorId, status }: { groupId: string; authorId: string; status: Status },
): Decision[] {
  return decisions.filter((decision) => {
    const { from, abilities, byAuthor } = reviewRules[decision];
    if (!from.includes(status) || (!byAuthor && authorId === actor.accountId)) return false;
    return abilities.some((ability) => can(actor, ability, { groupId }));
  });
}
