import { type Actor, membershipIn } from "#app/domain/access/actor.ts";

/** Which sessions a feed is of: all its owner is invited to, those of a group, or those with one delegation of it. */
export type FeedScope =
  | { scope: "own"; groupId: null; beneficiaryId: null }
  | { scope: "group"; groupId: string; beneficiaryId: null }
  | { scope: "delegation"; groupId: string; beneficiaryId: string };

/** The scope of a row. */
export function scopeOf(row: {
  scope: FeedScope["scope"];
  group_id: string | null;
  beneficiary_id: string | null;
}): FeedScope {
  return { scope: row.scope, groupId: row.group_id, beneficiaryId: row.beneficiary_id } as FeedScope;
}

/** A scope as the value of a choice in a form. */
export function choiceOf({ scope, groupId, beneficiaryId }: FeedScope): string {
  return [scope, groupId, beneficiaryId].filter(Boolean).join(":");
}

/**
 * Whether somebody may read sessions of a scope at all: who is in no group reads none, and only who leads sessions
 * reads those of other delegations. Which of them they see is asked of each session.
 */
export function mayRead(actor: Actor, { scope, groupId, beneficiaryId }: FeedScope): boolean {
  if (scope === "own") return actor.memberships.length > 0;
  const membership = membershipIn(actor, groupId);
  if (!membership) return false;
  const leads = membership.role === "organiser" || membership.role === "consultant";
  return scope === "group" || leads || membership.beneficiaryId === beneficiaryId;
}
