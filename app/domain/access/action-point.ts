import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { type SessionAccess, seesSession } from "#app/domain/access/session.ts";

/** What decides who sees an action point. */
export interface ActionPointAccess {
  session: SessionAccess;
  ownerId: string | null;
  delegationId: string | null;
  /** Agreed under an internal item. */
  internal: boolean;
  /** Consultants of the session. */
  leaders: readonly string[];
}

/**
 * Whether the actor sees an action point: who sees its session, but for what was agreed under an internal item; its
 * owner; and the delegation that owns it, whether invited or not. All while they are members.
 */
export function seesActionPoint(actor: Actor, point: ActionPointAccess): boolean {
  const membership = membershipIn(actor, point.session.groupId);
  if (!membership || !actor.accountId) return false;
  if (ownsActionPoint(actor, { ...point, groupId: point.session.groupId })) return true;
  if (!seesSession(actor, point.session)) return false;
  if (!point.internal || membership.role === "organiser") return true;
  return membership.role === "consultant" && point.leaders.includes(actor.accountId);
}

/** Whether an action point is the actor's, or that of the actor's delegation, while they are members. */
export function ownsActionPoint(
  actor: Actor,
  { groupId, ownerId, delegationId }: Pick<ActionPointAccess, "ownerId" | "delegationId"> & { groupId: string },
): boolean {
  const membership = membershipIn(actor, groupId);
  if (!membership || !actor.accountId) return false;
  return ownerId === actor.accountId || (delegationId !== null && membership.beneficiaryId === delegationId);
}
