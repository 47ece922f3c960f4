import type { Planned } from "#app/domain/planning/availability.server.ts";
import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { Placed } from "#app/domain/planning/placed.server.ts";

/** How somebody fares in a timetable. */
export interface PersonsWaits extends Planned {
  sessions: number;
  /** Stretches of a part of a day without a session, between the first and the last of it. */
  waits: number;
}

/**
 * How often each person waits between two sessions of a part of a day, as the planner counts it: a pause that the
 * buffer asks for is a wait too. What begins at no slot is left out.
 */
export function draftWaits({ people, grid }: Conditions, placed: readonly Placed[]): PersonsWaits[] {
  const partOf = (number: number) => grid.parts.findIndex(([first, last]) => first <= number && number <= last);
  return people.map((person) => {
    const own = placed.filter(
      ({ place, pairing }) => place && pairing.people.some((one) => one.accountId === person.accountId),
    );
    const slots = grid.slots.filter((slot) =>
      own.some(({ place }) => place && place.startsAt < slot.endsAt && place.endsAt > slot.startsAt),
    );
    const waits = slots.filter((slot, at) => {
      const before = slots[at - 1];
      return before && slot.number > before.number + 1 && partOf(slot.number) === partOf(before.number);
    }).length;
    return { accountId: person.accountId, name: person.name, sessions: own.length, waits };
  });
}
