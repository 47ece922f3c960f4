import type { Meeting, Person, SlotRange, TimetableProblem } from "#app/planner/problem.ts";
import { countsOf, keepsRules } from "#tests/planner/brute-force.ts";
import { numbersFrom } from "#tests/support/planner-instances.ts";

/** What a mixed problem may contain. */
export interface Mix {
  /** Longest meeting, in slots. */
  longest: number;
  buffer: number;
  people: number;
  meetings: number;
  slots: number;
}

const usual: Mix = { longest: 3, buffer: 1, people: 12, meetings: 18, slots: 24 };

/**
 * A problem of middle size with everything the format knows, made around a hidden timetable that keeps every rule:
 * sets of 2 to 4 people, ranges, fixed slots, order, absences, capacity, fairness, preferences, several day parts, and
 * a previous timetable that is partly out of date.
 */
export function mixedProblem(seed: number, mix: Partial<Mix> = {}): TimetableProblem {
  const { longest, buffer, people: count, meetings: size, slots } = { ...usual, ...mix };
  const next = numbersFrom(seed);
  const below = (most: number): number => Math.floor(next() * most);
  const people: Person[] = Array.from({ length: count }, (_, p) => ({ id: `p${p + 1}` }));
  const problem: TimetableProblem = {
    slots,
    dayParts: dayParts(slots, below),
    people,
    meetings: [],
    buffer,
    breaks: next() < 0.5 ? "round" : "dayPart",
  };
  const starts: number[] = [];
  for (let tries = 0; problem.meetings.length < size && tries < 50 * size; tries++) {
    const length = 1 + below(longest);
    const guests = new Set(Array.from({ length: 2 + below(3) }, () => people[below(count)]!.id));
    problem.meetings.push({ id: `m${tries}`, people: [...guests], length });
    starts.push(1 + below(slots - length + 1));
    if (guests.size > 1 && keepsRules(problem, starts)) continue;
    problem.meetings.pop();
    starts.pop();
  }
  const busy = problem.meetings.map(({ length }, m) => ({ first: starts[m]!, last: starts[m]! + length! - 1 }));
  problem.meetings.forEach((meeting, m) => {
    const { first, last } = busy[m]!;
    if (next() < 0.25) meeting.slots = ranges(first, last, slots, below);
    if (next() < 0.06) meeting.fixed = first;
    const earlier = problem.meetings.filter((_, n) => busy[n]!.last < first);
    if (next() < 0.2 && earlier.length > 0) meeting.after = [earlier[below(earlier.length)]!.id];
  });
  for (const person of people) {
    const free = freeSlots(problem.meetings, starts, person, slots);
    if (next() < 0.3) person.forbidden = free.filter(() => next() < 0.3);
    if (next() < 0.3) person.preferred = [1, 2, 3, 4, 5].map((slot) => slot + below(slots - 5));
  }
  const running = Array.from({ length: slots }, (_, at) => busy.filter((b) => b.first <= at + 1 && at + 1 <= b.last));
  if (next() < 0.7) problem.capacity = Math.max(...running.map((meetings) => meetings.length)) + below(2);
  if (next() < 0.6) problem.fairness = countsOf(problem, starts).spread + below(2);
  if (next() < 0.5) problem.previous = previous(problem.meetings, starts, slots, next);
  return problem;
}

/** Two or three parts, sometimes with a slot between them that belongs to none. */
function dayParts(slots: number, below: (most: number) => number): SlotRange[] {
  const parts = 2 + below(2);
  const size = Math.floor(slots / parts);
  return Array.from({ length: parts }, (_, i) => [i * size + 1, (i + 1) * size - below(2)] as const);
}

/** One range around the place of a meeting, and another one anywhere. */
function ranges(first: number, last: number, slots: number, below: (most: number) => number): SlotRange[] {
  const from = 1 + below(slots);
  return [
    [Math.max(1, first - below(6)), Math.min(slots, last + below(6))],
    [from, Math.min(slots, from + below(5))],
  ];
}

function freeSlots(meetings: Meeting[], starts: number[], person: Person, slots: number): number[] {
  const isFree = (slot: number): boolean =>
    !meetings.some(
      ({ people, length }, m) => people.includes(person.id) && starts[m]! <= slot && slot < starts[m]! + length!,
    );
  return Array.from({ length: slots }, (_, at) => at + 1).filter(isFree);
}

function previous(meetings: Meeting[], starts: number[], slots: number, next: () => number) {
  const known = meetings.map(({ id }, m) => ({
    meeting: id,
    slot: next() < 0.6 ? starts[m]! : 1 + Math.floor(next() * slots),
  }));
  return known.filter(() => next() < 0.8);
}
