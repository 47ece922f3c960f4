import { isBusy } from "#app/domain/planning/availability.server.ts";
import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import type { Placed, Placement } from "#app/domain/planning/placed.server.ts";
import { type Slot, slotsFor } from "#app/domain/planning/slots.server.ts";
import type { Meeting, SlotRange, TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";

/** What is asked of the planner. */
export interface Wish {
  /** Placements that stay as they are, whatever it costs. */
  fixed: readonly Placed[];
  /** The timetable from which as little as possible is to change; null where nobody knows one. */
  previous: readonly Placed[] | null;
  now: Date;
}

/** A timetable problem of a round, and what it leaves to others. */
export interface RoundProblem {
  problem: TimetableProblem;
  /**
   * What stays where it is without being asked of the planner: it begins at no slot, or contradicts what people say.
   * Its people are taken as away meanwhile.
   */
  outside: Placement[];
}

/** The problem of a round: its pairings are the meetings, its people the people, by their ids. */
export function timetableProblem(conditions: Conditions, { fixed, previous, now }: Wish): RoundProblem {
  const { grid, settings, pairings, people } = conditions;
  const startOf = new Map(grid.slots.map((slot) => [slot.startsAt, slot]));
  const held = new Map<string, number>();
  const outside: Placed[] = [];
  for (const one of fixed) {
    const slot = one.place && startOf.get(one.place.startsAt);
    if (slot && fits(conditions, one, slot) && !meets(one, [...outside, ...fixed.filter((other) => other !== one)])) {
      held.set(one.pairing.id, slot.number);
    } else if (one.place) outside.push(one);
  }
  const aside = new Set(outside.map(({ pairing }) => pairing.id));
  const asked = pairings.filter(({ id }) => !aside.has(id));
  const known = new Map(
    (previous ?? []).flatMap(({ pairing, place }) => {
      const slot = place && startOf.get(place.startsAt);
      return slot ? [[pairing.id, slot.number] as const] : [];
    }),
  );
  const firstToCome = grid.slots.find(({ startsAt }) => startsAt > now.toISOString())?.number ?? grid.total + 1;
  const problem: TimetableProblem = {
    slots: Math.max(1, grid.total),
    dayParts: grid.parts,
    capacity: settings.mostAtOnce,
    fairness: settings.mostApart,
    buffer: slotsFor(settings.bufferMinutes, settings.slotMinutes),
    people: people.map(({ accountId }) => ({
      id: accountId,
      forbidden: grid.slots.filter((slot) => isAway(conditions, accountId, slot, outside)).map(({ number }) => number),
    })),
    meetings: asked.map((pairing) => meetingOf(pairing, conditions, { fixed: held.get(pairing.id), firstToCome })),
    previous:
      previous && asked.flatMap(({ id }) => (known.has(id) ? [{ meeting: id, slot: sure(known.get(id)) }] : [])),
  };
  return { problem, outside: outside.map(({ place }) => sure(place)) };
}

/** Where an answer has the pairings; pins stay pins. */
export function placementsOf(
  answer: Pick<TimetableAnswer, "placements">,
  { grid }: Pick<Conditions, "grid">,
  pinned: ReadonlySet<string>,
): Placement[] {
  const byNumber = new Map(grid.slots.map((slot) => [slot.number, slot]));
  return answer.placements.map(({ meeting, slot }) => {
    const { day, time } = sure(byNumber.get(slot));
    return { pairingId: meeting, day, time, pinned: pinned.has(meeting) };
  });
}

function meetingOf(
  pairing: PairingFacts,
  { grid, settings }: Conditions,
  { fixed, firstToCome }: { fixed: number | undefined; firstToCome: number },
): Meeting {
  const length = slotsFor(pairing.minutes, settings.slotMinutes);
  const meeting = { id: pairing.id, people: pairing.people.map(({ accountId }) => accountId), length };
  if (fixed !== undefined) return { ...meeting, fixed };
  const ranges = grid.parts
    .map(([first, last]): SlotRange => [Math.max(first, firstToCome), last])
    .filter(([first, last]) => last - first + 1 >= length);
  // Without a range any slot would do: the last one alone is too short for it, or is over.
  return { ...meeting, slots: ranges.length > 0 ? ranges : [[Math.max(1, grid.total), Math.max(1, grid.total)]] };
}

/** Whether somebody cannot, is in a session outside of the round, or in one that stays aside. */
function isAway({ busy, elsewhere }: Conditions, accountId: string, slot: Slot, outside: readonly Placed[]): boolean {
  if (isBusy(busy, accountId, slot) || isBusy(elsewhere, accountId, slot)) return true;
  return outside.some(
    ({ pairing, place }) =>
      place &&
      place.startsAt < slot.endsAt &&
      place.endsAt > slot.startsAt &&
      pairing.people.some((person) => person.accountId === accountId),
  );
}

/** Whether a placement lies within a part of a day, and all its people can. */
function fits({ busy, elsewhere, grid, settings }: Conditions, { pairing, place }: Placed, slot: Slot): boolean {
  const last = slot.number + slotsFor(pairing.minutes, settings.slotMinutes) - 1;
  const inPart = grid.parts.some(([from, to]) => from <= slot.number && last <= to);
  const isFree = ({ accountId }: { accountId: string }) =>
    place && !isBusy(busy, accountId, place) && !isBusy(elsewhere, accountId, place);
  return inPart && pairing.people.every(isFree);
}

/** Whether somebody would be in two of these at once. */
function meets(one: Placed, others: readonly Placed[]): boolean {
  return others.some(
    (other) =>
      one.place &&
      other.place &&
      one.place.startsAt < other.place.endsAt &&
      one.place.endsAt > other.place.startsAt &&
      one.pairing.people.some(({ accountId }) => other.pairing.people.some((person) => person.accountId === accountId)),
  );
}
