import type { ActionFilter } from "#app/domain/minutes/find-action-points.server.ts";
import { actionStates } from "#app/domain/minutes/minutes-limits.ts";

/** What the fields of the filter show. */
export interface ActionFilterValues {
  mine: boolean;
  delegation: string;
  /** `any` for whatever became of it. */
  state: string;
  overdue: boolean;
}

/** Reads the filter of action points from an address; what it does not know of is left out. */
export function actionFilter(asked: URLSearchParams): { filter: ActionFilter; values: ActionFilterValues } {
  const delegation = asked.get("delegation") ?? "";
  const given = asked.get("state") ?? "open";
  const state = actionStates.find((code) => code === given) ?? null;
  const [mine, overdue] = [asked.has("mine"), asked.has("overdue")];
  return {
    filter: { mine, overdue, state, delegationId: delegation || null },
    values: { mine, overdue, delegation, state: state ?? "any" },
  };
}
