import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import type { Placed } from "#app/domain/planning/placed.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** What a timetable changes for one pairing against another timetable, or against what is scheduled. */
export interface DraftChange {
  kind: "new" | "moved" | "gone";
  pairing: PairingFacts;
  /** When it was to begin, and when it begins. */
  was: Instant | null;
  becomes: Instant | null;
}

/** What a timetable changes against the sessions that are scheduled, in its order. */
export function changesToScheduled(placed: readonly Placed[]): DraftChange[] {
  return changes(placed, (pairing) => pairing.session?.startsAt ?? null);
}

/** What a timetable changes against another one of the same round. */
export function changesToDraft(placed: readonly Placed[], other: readonly Placed[]): DraftChange[] {
  const before = new Map(other.map(({ pairing, place }) => [pairing.id, place?.startsAt ?? null]));
  return changes(placed, ({ id }) => before.get(id) ?? null);
}

/** Everybody who would be told of changes, once. */
export function peopleToTell(found: readonly DraftChange[]): Set<string> {
  return new Set(found.flatMap(({ pairing }) => pairing.people.map(({ accountId }) => accountId)));
}

function changes(placed: readonly Placed[], before: (pairing: PairingFacts) => Instant | null): DraftChange[] {
  return placed.flatMap(({ pairing, place }): DraftChange[] => {
    const was = before(pairing);
    const becomes = place?.startsAt ?? null;
    if (was === becomes) return [];
    return [{ kind: was === null ? "new" : becomes === null ? "gone" : "moved", pairing, was, becomes }];
  });
}
