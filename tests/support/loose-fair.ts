import type { Meeting, Person, SlotRange, TimetableProblem } from "#app/planner/problem.ts";
import { numbersFrom } from "#tests/support/planner-instances.ts";

/** What a large fair with many free tables is like. */
export interface LooseFairSize {
  people: number;
  meetings: number;
  slots: number;
  capacity: number;
  /** Slots of the morning, which is the longer half. */
  morning: number;
  /** Share of meetings asked for in the morning or the afternoon only. */
  windows: number;
  /** Exponent of how unevenly meetings are spread over people: 0 evenly, 1 strongly. */
  tail: number;
  /** Most meetings of one person. */
  top: number;
  /** Share of people who are away for some slots. */
  away: number;
}

/** Share of meetings with a half of the day that are in the afternoon. */
const AFTERNOON = 0.4;
const MAX_AWAY = 6;
/** How much of a person's time, and of a half of it, may be asked for. */
const MAX_TAKEN = 0.85;
const MAX_TAKEN_OF_HALF = 0.8;
const MAX_TRIES = 100_000;

/**
 * A fair whose tables are far from full, where a few people are wanted by very many: breaks come from who meets whom,
 * from mornings and afternoons that crowd together at noon, and from absences. It may have no timetable.
 */
export function looseFair(seed: number, size: LooseFairSize): TimetableProblem {
  const next = numbersFrom(seed * 7919 + 13);
  const { slots, morning } = size;
  const halves: SlotRange[] = [
    [1, morning],
    [morning + 1, slots],
  ];
  const weights = Array.from({ length: size.people }, () => (1 / (0.04 + next())) ** size.tail);
  const guests = weights.map((weight, p) => new Guest(weight, `p${p + 1}`, absence(size, next), morning, slots));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pairs = new Set<string>();
  const meetings: Meeting[] = [];
  for (let tries = 0; meetings.length < size.meetings && tries < MAX_TRIES; tries++) {
    const pair = [drawn(guests, next() * total), drawn(guests, next() * total)];
    const ids = pair.map(({ person }) => person.id);
    const key = ids.toSorted().join();
    if (ids[0] === ids[1] || pairs.has(key) || pair.some((guest) => guest.isFull(size.top))) continue;
    pairs.add(key);
    const half = next() < size.windows ? Number(next() < AFTERNOON) : -1;
    const fits = half >= 0 && pair.every((guest) => guest.hasRoomIn(half));
    const meeting: Meeting = { id: `m${meetings.length + 1}`, people: ids };
    if (fits) meeting.slots = [halves[half]!];
    for (const guest of pair) guest.book(fits ? half : -1);
    meetings.push(meeting);
  }
  return {
    slots,
    dayParts: halves,
    capacity: size.capacity,
    people: guests.filter(({ booked }) => booked > 0).map(({ person }) => person),
    meetings,
    breaks: "round",
    fairness: 2,
  };
}

/** Slots in a row, numbered from 1: those who come late, those who leave early, and others; none for most people. */
function absence({ away, slots }: LooseFairSize, next: () => number): number[] {
  if (next() >= away) return [];
  const length = 1 + Math.floor(next() * MAX_AWAY);
  const kind = next();
  const any = () => 1 + Math.floor(next() * (slots - length + 1));
  const first = kind < 0.4 ? 1 : kind < 0.7 ? slots - length + 1 : any();
  return Array.from({ length }, (_, i) => first + i);
}

/** Somebody at the fair, with what is asked of them so far. */
class Guest {
  readonly person: Person;
  booked = 0;
  private readonly bookedIn = [0, 0];
  private readonly free: number[];

  constructor(
    readonly weight: number,
    id: string,
    gone: number[],
    morning: number,
    slots: number,
  ) {
    this.person = gone.length > 0 ? { id, forbidden: gone } : { id };
    const early = gone.filter((slot) => slot <= morning).length;
    this.free = [morning - early, slots - morning - gone.length + early];
  }

  isFull(top: number): boolean {
    return this.booked >= Math.min(top, (this.free[0]! + this.free[1]!) * MAX_TAKEN);
  }

  hasRoomIn(half: number): boolean {
    return this.bookedIn[half]! + 1 <= this.free[half]! * MAX_TAKEN_OF_HALF;
  }

  /** @param half 0 the morning, 1 the afternoon, -1 any */
  book(half: number): void {
    this.booked++;
    if (half >= 0) this.bookedIn[half]!++;
  }
}

function drawn(guests: Guest[], at: number): Guest {
  let left = at;
  for (const guest of guests) {
    left -= guest.weight;
    if (left <= 0) return guest;
  }
  return guests.at(-1)!;
}
