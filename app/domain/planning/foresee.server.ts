import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { PlanReason } from "#app/domain/planning/find-run.server.ts";
import { asScheduled, place } from "#app/domain/planning/placed.server.ts";
import { timetableProblem } from "#app/domain/planning/timetable-problem.server.ts";
import { modelOf } from "#app/planner/model.ts";
import { presolve } from "#app/planner/presolve/presolve.ts";

/** What cannot fit into a round, as counting alone shows. */
export interface Foreseen {
  reasons: PlanReason[];
  /** It would fit if sessions that are scheduled might move. */
  onlyKept: boolean;
}

/**
 * Says before the planner is asked why there is no timetable, where that takes no search: milliseconds. Null where
 * counting does not show it, which is no promise, and where nothing is to be placed or no slot is left.
 */
export function foresee(conditions: Conditions, now: Date): Foreseen | null {
  const { pairings, grid, round } = conditions;
  const at = now.toISOString();
  const scheduled = place(pairings, asScheduled(pairings), round.zone).filter((one) => one.place);
  if (scheduled.length === pairings.length || !grid.slots.some(({ startsAt }) => startsAt > at)) return null;
  const begun = scheduled.filter((one) => one.place && one.place.startsAt <= at);
  const reasonsWith = (fixed: typeof scheduled) =>
    presolve(modelOf(timetableProblem(conditions, { fixed, previous: null, now }).problem));
  const reasons = reasonsWith(begun);
  if (reasons.length > 0) return { reasons, onlyKept: false };
  if (begun.length === scheduled.length) return null;
  const kept = reasonsWith(scheduled);
  return kept.length > 0 ? { reasons: kept, onlyKept: true } : null;
}
