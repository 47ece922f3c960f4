import type { Actor } from "#app/domain/access/actor.ts";
import { type AgendaItemAccess, seesAgendaItem, subjectOf } from "#app/domain/access/agenda-item.ts";
import { can } from "#app/domain/access/policy.ts";

/** What decides who reads the minutes of an agenda item, or a decision under it; one of no item is not internal. */
export interface MinutesAccess extends AgendaItemAccess {
  /** Whether the minutes of the session have not been circulated. */
  isDraft: boolean;
}

/** Whether the actor reads minutes: who sees their item; a draft, who writes it. */
export function seesMinutes(actor: Actor, minutes: MinutesAccess): boolean {
  if (!seesAgendaItem(actor, minutes)) return false;
  return !minutes.isDraft || can(actor, "minutes.write", subjectOf(actor, minutes));
}
