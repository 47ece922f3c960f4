import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Relation } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";

/** What decides who sees a contribution, and who sees its true source. */
export interface ContributionAccess {
  groupId: string;
  programmeId: string;
  status: string;
  sharing: SharingLevel;
  authorId: string;
  delegationId: string | null;
  /** Accounts in the audience of the session it came from, beside the group's organisers. */
  sessionAudience: readonly string[];
}

/** Whether the actor sees a contribution at its sharing level. */
export function seesContribution(actor: Actor, contribution: Omit<ContributionAccess, "sessionAudience">): boolean {
  const membership = membershipIn(actor, contribution.groupId);
  if (membership && actor.accountId === contribution.authorId) return true;
  if (contribution.status === "draft") return false;
  if (contribution.status === "withdrawn") return membership?.role === "organiser";
  switch (contribution.sharing) {
    case "public":
      return true;
    case "programme":
      return actor.memberships.some((candidate) => candidate.programmeId === contribution.programmeId);
    case "group":
      return membership !== undefined;
    case "bilateral":
      if (!membership) return false;
      if (membership.role === "organiser" || membership.role === "consultant") return true;
      return membership.beneficiaryId !== null && membership.beneficiaryId === contribution.delegationId;
  }
}

/** How the actor stands to a contribution, for the policy. One of no delegation is spoken for by organisers. */
export function relationsToContribution(
  actor: Actor,
  contribution: Pick<ContributionAccess, "groupId" | "authorId" | "delegationId">,
): Relation[] {
  const membership = membershipIn(actor, contribution.groupId);
  if (!membership) return [];
  const relations: Relation[] = [];
  if (actor.accountId === contribution.authorId) relations.push("author");
  if (contribution.delegationId === null) {
    if (membership.role === "organiser") relations.push("speaker");
  } else if (membership.role === "participant" && membership.beneficiaryId === contribution.delegationId) {
    relations.push("delegation");
    if (membership.speaks) relations.push("speaker");
  }
  return relations;
}
