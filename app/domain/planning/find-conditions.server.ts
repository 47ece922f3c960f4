import type { Actor } from "#app/domain/access/actor.ts";
import { type Busy, findBusy, type Planned, peopleOfPlan } from "#app/domain/planning/availability.server.ts";
import { findElsewhere } from "#app/domain/planning/find-elsewhere.server.ts";
import { findPlan, type PlanFacts } from "#app/domain/planning/find-plan.server.ts";
import type { Db } from "#db/store.ts";

/** What every timetable of a round is held against. */
export interface Conditions extends PlanFacts {
  people: Planned[];
  /** When people said that they cannot. */
  busy: Busy;
  /** When they are in sessions outside of the round. */
  elsewhere: Busy;
}

/**
 * What a timetable of a round is held against, for organisers of its group.
 * @throws NotFound, Forbidden
 */
export async function findConditions(db: Db, actor: Actor, roundId: string): Promise<Conditions> {
  const plan = await findPlan(db, actor, roundId);
  const people = peopleOfPlan(plan.pairings);
  const ids = people.map(({ accountId }) => accountId);
  const busy = await findBusy(db, plan.round.id);
  return { ...plan, people, busy, elsewhere: await findElsewhere(db, plan.round, ids) };
}
