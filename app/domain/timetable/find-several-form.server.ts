import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import {
  findAwaitedConsultants,
  type PeopleOptions,
  peopleOptions,
} from "#app/domain/sessions/find-session-form.server.ts";
import { findTemplates, type TemplateFacts } from "#app/domain/sessions/find-templates.server.ts";
import { proposeTimes, USUAL_MINUTES } from "#app/domain/sessions/propose-session.server.ts";
import { type Coverage, findCoverage, type UncoveredDelegation } from "#app/domain/timetable/find-uncovered.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** What the form offers that schedules one session with each delegation. */
export interface SeveralOptions extends PeopleOptions, Pick<Coverage, "delegations"> {
  round: RoundFacts;
  /** Names of consultants who are invited and have not accepted yet. */
  awaited: string[];
  templates: TemplateFacts[];
  /** Delegations with members and without a session, each with a time that is free. */
  rows: (UncoveredDelegation & { date: string; time: string })[];
}

/** @throws NotFound, Forbidden */
export async function findSeveralForm(db: Db, actor: Actor, roundId: string, now: Date): Promise<SeveralOptions> {
  const round = await findRoundFacts(db, actor, roundId);
  authorise(actor, "session.schedule", { groupId: round.groupId });
  const { delegations, uncovered } = await findCoverage(db, actor, round);
  const times = await proposeTimes(db, actor, round, { count: uncovered.length, minutes: USUAL_MINUTES }, now);
  return {
    round,
    delegations,
    ...peopleOptions(await findGroupPeople(db, round.groupId), null),
    awaited: await findAwaitedConsultants(db, actor, round.groupId, now),
    templates: await findTemplates(db, round.groupId),
    rows: uncovered.map((delegation, at) => ({ ...delegation, ...sure(times[at]) })),
  };
}

/**
 * The delegation that a round has no session with yet and that comes next in the order of the programme.
 * @returns its code, or null when each has one
 */
export async function findNextDelegation(db: Db, actor: Actor, roundId: string): Promise<string | null> {
  const { uncovered } = await findCoverage(db, actor, await findRoundFacts(db, actor, roundId));
  return uncovered[0]?.code ?? null;
}
