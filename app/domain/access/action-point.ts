import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { type AgendaItemAccess, seesAgendaItem } from "#app/domain/access/agenda-item.ts";

/** What decides who sees an action point; one that was agreed under no item is not internal. */
export interface ActionPointAccess extends AgendaItemAccess {
  ownerId: string | null;
  delegationId: string | null;
}

/**
 * Whether the actor sees an action point: who sees its session, but for what was agreed under an internal item; its
 * owner; and the delegation that owns it, whether invited or not. All while they are members.
 */
export function seesActionPoint(actor: Actor, point: ActionPointAccess): boolean {
  return ownsActionPoint(actor, { ...point, groupId: point.session.groupId }) || seesAgendaItem(actor, point);
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
