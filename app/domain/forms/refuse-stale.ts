import { Conflict } from "#app/domain/errors.ts";
import { changedSince } from "#app/domain/forms/merge-forms.ts";

/**
 * Lets a form pass that was filled in with what is stored now. For what is edited seldom and has no revision.
 * @param base what the form was filled in with, as `baseOf` tells it
 * @param current what the form would be filled in with now
 * @param ids of the rows that the history knows it by
 * @throws Conflict with the current values by field
 */
export function refuseStale(base: string | null | undefined, current: Conflict["current"], ...ids: string[]): void {
  if (changedSince(base, current)) throw new Conflict(current, ...ids);
}
