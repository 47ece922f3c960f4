import type { Actor } from "#app/domain/access/actor.ts";
import type { Busy } from "#app/domain/planning/availability.server.ts";
import { type AvailabilityForm, findOwnAvailability } from "#app/domain/planning/find-availability.server.ts";
import { refusedCalendar } from "#app/domain/planning/read-busy-times.server.ts";
import type { ReadCalendar } from "#app/domain/planning/read-calendars-aside.server.ts";
import type { Db } from "#db/store.ts";

/**
 * The form of the actor's own availability with the busy times of their calendar ticked too. Nothing is kept: what is
 * ticked is saved by the form, if its reader sends it.
 * @param calendar the text of a calendar file
 * @throws NotFound; Refused for what is no calendar
 */
export async function readOwnCalendar(
  db: Db,
  actor: Actor,
  { roundId, calendar }: { roundId: string; calendar: string },
  read: ReadCalendar,
): Promise<AvailabilityForm> {
  const form = await findOwnAvailability(db, actor, roundId);
  const { slots, person, round } = form;
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return form;
  const answer = await read(calendar, { from: first.startsAt, to: last.endsAt, zone: round.zone });
  if ("refused" in answer) {
    throw refusedCalendar(answer.tooLong ? "availability.calendarTooLong" : "availability.badCalendar");
  }
  const busy: Busy = new Map([[person.accountId, [...(form.busy.get(person.accountId) ?? []), ...answer.found]]]);
  return { ...form, busy };
}
