import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Relation } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";

// Who sees what, one record at a time. The set queries in `visible-*.server.ts` must give the same answer; a property
// test compares them over random worlds.

/** What decides who sees a contribution. */
export interface ContributionFacts {
  groupId: string;
  programmeId: string;
  status: string;
  sharing: SharingLevel;
  authorId: string;
  delegationId: string | null;
  /** Accounts in the audience of the session it came from, beside the group's organisers. */
  sessionAudience: readonly string[];
}

/** What decides who sees a session. */
export interface SessionFacts {
  groupId: string;
  /** Accounts invited and not removed. */
  audience: readonly string[];
}

/** Whether the actor sees a session, its agenda and minutes: those invited and the group's organisers, while members. */
export function seesSession(actor: Actor, session: SessionFacts): boolean {
  const membership = membershipIn(actor, session.groupId);
  if (!membership || !actor.accountId) return false;
  return membership.role === "organiser" || session.audience.includes(actor.accountId);
}

/** Whether the actor sees a contribution at its sharing level. */
export function seesContribution(actor: Actor, facts: ContributionFacts): boolean {
  const membership = membershipIn(actor, facts.groupId);
  if (membership && actor.accountId === facts.authorId) return true;
  if (facts.status === "draft") return false;
  if (facts.status === "withdrawn") return membership?.role === "organiser";
  switch (facts.sharing) {
    case "public":
      return true;
    case "programme":
      return actor.memberships.some((candidate) => candidate.programmeId === facts.programmeId);
    case "group":
      return membership !== undefined;
    case "bilateral":
      if (!membership) return false;
      if (membership.role === "organiser" || membership.role === "consultant") return true;
      return membership.beneficiaryId !== null && membership.beneficiaryId === facts.delegationId;
  }
}

/**
 * Whether attribution does not bind for this reader: the audience of the session and the author's delegation see the
 * true source, everyone else what the attribution leaves.
 */
export function seesSource(actor: Actor, facts: ContributionFacts): boolean {
  const membership = membershipIn(actor, facts.groupId);
  if (!membership || !actor.accountId) return false;
  if (actor.accountId === facts.authorId || membership.role === "organiser") return true;
  if (membership.beneficiaryId !== null && membership.beneficiaryId === facts.delegationId) return true;
  return facts.sessionAudience.includes(actor.accountId);
}

/** How the actor stands to a contribution, for the policy. A record of no delegation is spoken for by organisers. */
export function relationsToContribution(
  actor: Actor,
  facts: Pick<ContributionFacts, "groupId" | "authorId" | "delegationId">,
): Relation[] {
  const membership = membershipIn(actor, facts.groupId);
  if (!membership) return [];
  const relations: Relation[] = [];
  if (actor.accountId === facts.authorId) relations.push("author");
  if (facts.delegationId === null) {
    if (membership.role === "organiser") relations.push("speaker");
  } else if (membership.role === "participant" && membership.beneficiaryId === facts.delegationId) {
    relations.push("delegation");
    if (membership.speaks) relations.push("speaker");
  }
  return relations;
}
