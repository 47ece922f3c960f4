import fc from "fast-check";
import type { Meeting, Person, SlotRange, TimetableProblem } from "#app/planner/problem.ts";

/** Two of them are names that every object of the language has: no table may be confused by them. */
const personIds = ["ana", "bo", "__proto__", "toString", "eva"];
const meetingIds = ["m1", "m2", "m3", "m4", "m5"];

/**
 * Valid problems so tiny that every timetable can be tried: 2 to 6 slots, 2 to 5 people, up to 5 meetings. Everything
 * the format knows occurs, each optional part also left out and null. More than half have a timetable, and about one in
 * twelve none without a break.
 */
export function tinyProblem(): fc.Arbitrary<TimetableProblem> {
  const sizes = {
    slots: fc.constantFrom(2, 3, 4, 5, 5, 6, 6, 6),
    people: fc.constantFrom(2, 3, 4, 4, 5),
    meetings: fc.constantFrom(0, 1, 2, 3, 3, 4, 4, 5, 5),
  };
  return fc
    .record(sizes, plain)
    .chain(({ slots, people, meetings }) => problem(slots, personIds.slice(0, people), meetingIds.slice(0, meetings)));
}

const plain = { noNullPrototype: true } as const;

function problem(slots: number, people: string[], meetings: string[]): fc.Arbitrary<TimetableProblem> {
  return fc
    .record(
      {
        slots: fc.constant(slots),
        dayParts: maybe(1, 1, dayParts(slots)),
        capacity: maybe(2, 1, fc.integer({ min: 1, max: 3 })),
        people: fc.tuple(...people.map((id) => person(id, slots))),
        meetings: fc.tuple(...meetings.map((id) => meeting(id, slots, people))),
        buffer: maybe(3, 1, upTo(1)),
        breaks: maybe(1, 3, fc.constantFrom("round" as const, "dayPart" as const)),
        fairness: maybe(2, 1, upTo(2)),
        previous: maybe(1, 1, previous(meetings, slots)),
      },
      plain,
    )
    .chain((made) => order(meetings).map((after) => ({ ...made, meetings: made.meetings.map(withAfter(after)) })))
    .map(withoutUndefined);
}

function person(id: string, slots: number): fc.Arbitrary<Person> {
  // Few at a time: whoever is hardly ever free leaves no timetable to look for.
  const some = fc.subarray(range(slots), { maxLength: 2 });
  return fc
    .record({ id: fc.constant(id), forbidden: maybe(1, 1, some), preferred: maybe(2, 1, some) }, plain)
    .map(withoutUndefined);
}

function meeting(id: string, slots: number, people: string[]): fc.Arbitrary<Meeting> {
  const size = fc.constantFrom(1, 2, 2, 2, 2, 3).map((count) => Math.min(count, people.length));
  return fc
    .record(
      {
        id: fc.constant(id),
        people: size.chain((count) => fc.shuffledSubarray(people, { minLength: count, maxLength: count })),
        length: maybe(4, 1, fc.constantFrom(1, 2)),
        slots: maybe(4, 1, fc.array(slotRange(slots), { maxLength: 3 })),
        fixed: maybe(3, 1, fc.integer({ min: 1, max: slots })),
      },
      plain,
    )
    .map(withoutUndefined);
}

/** Parts in order, touching or with slots between and around them that belong to none. */
function dayParts(slots: number): fc.Arbitrary<SlotRange[]> {
  const touching = fc.subarray(range(slots - 1), { maxLength: Math.min(3, slots - 1) }).map((ends) => {
    return [...ends, slots].map((end, at): SlotRange => [(ends[at - 1] ?? 0) + 1, end]);
  });
  const some = touching.chain((parts) => fc.subarray(parts, { minLength: 1 }));
  return fc.oneof({ weight: 1, arbitrary: touching }, { weight: 1, arbitrary: some });
}

function slotRange(slots: number): fc.Arbitrary<SlotRange> {
  const slot = fc.integer({ min: 1, max: slots });
  return fc.tuple(slot, slot).map(([a, b]): SlotRange => [Math.min(a, b), Math.max(a, b)]);
}

function previous(meetings: string[], slots: number) {
  const starts = fc.array(fc.integer({ min: 1, max: slots }), { minLength: 5, maxLength: 5 });
  return fc
    .tuple(fc.shuffledSubarray(meetings), starts)
    .map(([known, slot]) => known.map((id, at) => ({ meeting: id, slot: slot[at]! })));
}

/** Meetings in pairs: the first must have ended before the second starts. */
type Order = string[][];

/** Hardly any pairs, along some order of all meetings; now and then any, also in a cycle. */
function order(meetings: string[]): fc.Arbitrary<Order> {
  const none = fc.constant<Order>([]);
  if (meetings.length < 2) return none;
  const any = fc.array(fc.shuffledSubarray(meetings, { minLength: 2, maxLength: 2 }), { maxLength: 2 });
  const sorted = fc.tuple(any, fc.shuffledSubarray(meetings, { minLength: meetings.length })).map(([pairs, along]) => {
    return pairs.map((pair) => [...pair].sort((a, b) => along.indexOf(a) - along.indexOf(b)));
  });
  return fc.oneof({ weight: 6, arbitrary: none }, { weight: 5, arbitrary: sorted }, { weight: 1, arbitrary: any });
}

function withAfter(order: Order): (meeting: Meeting) => Meeting {
  return (meeting) => {
    const after = order.filter(([, later]) => later === meeting.id).map(([before]) => before!);
    return after.length > 0 ? { ...meeting, after } : meeting;
  };
}

/** Left out or null `absent` times for every `present` times that it is there. */
function maybe<T>(absent: number, present: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof(
    { weight: 2 * absent, arbitrary: fc.constant(undefined) },
    { weight: absent, arbitrary: fc.constant(null) },
    { weight: 3 * present, arbitrary: value },
  );
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function upTo(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max });
}

/** 1 … last */
function range(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}
