import { type Actor, membershipIn } from "#app/domain/access/actor.ts";

/** What decides who sees a session. */
export interface SessionAccess {
  groupId: string;
  /** Accounts invited as what they are in the group now, and not removed. */
  audience: readonly string[];
}

/**
 * Whether the actor sees a session, its agenda and minutes: those invited and the group's organisers, while members.
 */
export function seesSession(actor: Actor, session: SessionAccess): boolean {
  const membership = membershipIn(actor, session.groupId);
  if (!membership || !actor.accountId) return false;
  return membership.role === "organiser" || session.audience.includes(actor.accountId);
}
