import type { Model } from "#app/planner/model.ts";
import { countReasons } from "#app/planner/presolve/count-reasons.ts";
import { propagateOrder } from "#app/planner/presolve/propagate-order.ts";
import type { Reason } from "#app/planner/problem.ts";

/**
 * What can be said before any search, in milliseconds: counts, then the order of meetings, then counts of what is left.
 * Takes the starts that the order forbids out of the model.
 * @returns why there is no timetable; empty where this does not show it
 */
export function presolve(model: Model): Reason[] {
  const counted = countReasons(model);
  if (counted.length > 0) return counted;
  const chain = propagateOrder(model);
  return chain ? [chain] : countReasons(model);
}
