import type { Actor } from "#app/domain/access/actor.ts";
import { can, type Subject } from "#app/domain/access/policy.ts";
import { type SessionAccess, seesSession } from "#app/domain/access/session.ts";

/** What decides who sees an agenda item. */
export interface AgendaItemAccess {
  session: SessionAccess;
  /** Whether the item is internal. */
  internal: boolean;
  /** Of the audience, those who were invited as consultants. */
  leaders: readonly string[];
}

/** Whether the actor sees an agenda item: who sees its session; an internal one, who leads it. */
export function seesAgendaItem(actor: Actor, item: AgendaItemAccess): boolean {
  if (!seesSession(actor, item.session)) return false;
  return !item.internal || can(actor, "agenda.view-internal", subjectOf(actor, item));
}

/** What is asked of a session, by somebody who sees it. */
export function subjectOf(actor: Actor, { session, leaders }: Omit<AgendaItemAccess, "internal">): Subject {
  const { groupId } = session;
  const role = actor.memberships.find((membership) => membership.groupId === groupId)?.role;
  const leads = role === "consultant" && actor.accountId !== null && leaders.includes(actor.accountId);
  return { groupId, relations: leads ? ["session-consultant"] : [] };
}
