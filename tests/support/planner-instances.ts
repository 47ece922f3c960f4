import { modelOf } from "#app/planner/model.ts";
import type { Meeting, Person, TimetableProblem } from "#app/planner/problem.ts";
import { Constructor } from "#app/planner/search/construct.ts";

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a fair is like. */
export interface FairSize {
  people: number;
  meetings: number;
  slots: number;
  capacity: number;
  /** Exponent of how unevenly meetings are spread over people: 0 evenly, 1 strongly. */
  uneven?: number;
  /** Share of meetings asked for in the morning or the afternoon only. */
  halfDay?: number;
  /** Share of people who are away for some slots. */
  away?: number;
}

/**
 * A fair as they happen: some people are wanted by many, some meetings are asked for in one half of the day, some
 * people come late or leave early. It may have no timetable.
 */
export function fair(seed: number, size: FairSize): TimetableProblem {
  const next = numbersFrom(seed);
  const { people: count, slots, uneven = 0.6, halfDay = 0.3, away = 0.15 } = size;
  const half = Math.ceil(slots / 2);
  const people: Person[] = Array.from({ length: count }, (_, p) => ({ id: `p${p + 1}` }));
  const most = Array.from({ length: count }, () => Math.floor(slots * 0.95));
  people.forEach((person, p) => {
    if (next() >= away) return;
    const gone = 1 + Math.floor(next() * slots * 0.3);
    const early = next() < 0.5;
    person.forbidden = Array.from({ length: gone }, (_, i) => (early ? slots - i : i + 1));
    most[p] = Math.floor((slots - gone) * 0.9);
  });
  const weight = Array.from({ length: count }, () => (1 / (0.05 + next())) ** uneven);
  const degree = new Array<number>(count).fill(0);
  const inMorning = new Array<number>(count).fill(0);
  const inAfternoon = new Array<number>(count).fill(0);
  const pairs = new Set<string>();
  const meetings: Meeting[] = [];
  let tries = 0;
  while (meetings.length < size.meetings && tries++ < 200_000) {
    const a = drawn(weight, next);
    const b = drawn(weight, next);
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
    if (a === b || pairs.has(key) || degree[a]! >= most[a]! || degree[b]! >= most[b]!) continue;
    const meeting: Meeting = { id: `m${meetings.length + 1}`, people: [people[a]!.id, people[b]!.id] };
    if (next() < halfDay) {
      const morning = next() < 0.5;
      const taken = morning ? inMorning : inAfternoon;
      const room = morning ? half : slots - half;
      if (taken[a]! < room * 0.6 && taken[b]! < room * 0.6 && !people[a]!.forbidden && !people[b]!.forbidden) {
        taken[a]!++;
        taken[b]!++;
        meeting.slots = [morning ? [1, half] : [half + 1, slots]];
      }
    }
    pairs.add(key);
    degree[a]!++;
    degree[b]!++;
    meetings.push(meeting);
  }
  return {
    slots,
    dayParts: [
      [1, half],
      [half + 1, slots],
    ],
    capacity: size.capacity,
    people: people.filter((_, p) => degree[p]! > 0),
    meetings,
    breaks: "round",
    fairness: 2,
  };
}

/** A fair with a hidden timetable in which nobody waits: what is asked for was made from it. */
export function fairWithoutBreaks(seed: number, size: FairSize): TimetableProblem {
  const next = numbersFrom(seed);
  const { people: count, slots, halfDay = 0.3 } = size;
  const half = Math.ceil(slots / 2);
  const mean = (2 * size.meetings) / count;
  const from: number[] = [];
  const to: number[] = [];
  for (let p = 0; p < count; p++) {
    const wish = Math.round(mean * (0.35 + 1.3 * next()) + (next() < 0.12 ? mean : 0));
    const length = Math.max(1, Math.min(slots, wish));
    from[p] = Math.floor(next() * (slots - length + 1));
    to[p] = from[p]! + length - 1;
  }
  const pairs = new Set<string>();
  const planted: { a: number; b: number; slot: number }[] = [];
  const done = new Array<boolean>(count).fill(false);
  const begun = new Array<boolean>(count).fill(false);
  for (let slot = 0; slot < slots; slot++) {
    const active: number[] = [];
    for (let p = 0; p < count; p++) if (!done[p] && slot >= from[p]! && slot <= to[p]!) active.push(p);
    shuffle(active, next);
    const used = new Set<number>();
    let placed = 0;
    // Those in the middle of their row come first: who stays without a partner ends here or begins later.
    active.sort((p, q) => Number(begun[q]) - Number(begun[p]));
    for (const a of active) {
      if (used.has(a) || placed >= size.capacity) continue;
      const b = active.find((q) => q !== a && !used.has(q) && !pairs.has(`${Math.min(a, q)}-${Math.max(a, q)}`));
      if (b === undefined) continue;
      used.add(a).add(b);
      pairs.add(`${Math.min(a, b)}-${Math.max(a, b)}`);
      planted.push({ a, b, slot });
      placed++;
      begun[a] = true;
      begun[b] = true;
    }
    for (const p of active) if (begun[p] && !used.has(p)) done[p] = true;
  }
  shuffle(planted, next);
  const kept = planted;
  const meetings: Meeting[] = kept.map(({ a, b, slot }, i) => {
    const meeting: Meeting = { id: `m${i + 1}`, people: [`p${a + 1}`, `p${b + 1}`] };
    if (next() < halfDay) meeting.slots = [slot < half ? [1, half] : [half + 1, slots]];
    return meeting;
  });
  const busy = new Set(kept.flatMap(({ a, b }) => [a, b]));
  return {
    slots,
    dayParts: [
      [1, half],
      [half + 1, slots],
    ],
    capacity: size.capacity,
    people: [...busy].sort((a, b) => a - b).map((p) => ({ id: `p${p + 1}` })),
    meetings,
    breaks: "round",
    fairness: 2,
  };
}

function drawn(weight: number[], next: () => number): number {
  let left = next() * weight.reduce((sum, w) => sum + w, 0);
  for (let i = 0; i < weight.length; i++) {
    left -= weight[i]!;
    if (left <= 0) return i;
  }
  return weight.length - 1;
}

function shuffle<T>(list: T[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** What makes a fair harder: shares of idle slots taken away, of meetings fixed, and of meetings put after another. */
export interface Hardship {
  absences: number;
  fixed: number;
  after: number;
  /** Slots taken away in which somebody has a meeting of the hidden timetable: it may have no timetable then. */
  wrong: number;
}

/** A fair with absences, fixed meetings and an order that a hidden timetable keeps, but for what is put in wrong. */
export function hardFair(seed: number, size: FairSize, hardship: Hardship): TimetableProblem {
  const problem = fair(seed, { ...size, away: 0 });
  const next = numbersFrom(seed + 100);
  const start = new Constructor(modelOf(problem), seed).run(1_000_000, () => false)!;
  const slotOf = new Map(problem.meetings.map(({ id }, m) => [id, start[m]! + 1]));
  const busy = new Map(problem.people.map(({ id }) => [id, new Set<number>()]));
  for (const { id, people } of problem.meetings) for (const person of people) busy.get(person)!.add(slotOf.get(id)!);
  for (const person of problem.people) {
    const idle = Array.from({ length: size.slots }, (_, i) => i + 1).filter((slot) => !busy.get(person.id)!.has(slot));
    person.forbidden = idle.filter(() => next() < hardship.absences);
  }
  for (const meeting of problem.meetings) {
    if (next() < hardship.fixed) meeting.fixed = slotOf.get(meeting.id)!;
    if (next() >= hardship.after) continue;
    const other = problem.meetings[Math.floor(next() * problem.meetings.length)]!;
    if (slotOf.get(other.id)! < slotOf.get(meeting.id)!) meeting.after = [other.id];
  }
  for (let i = 0; i < hardship.wrong; i++) {
    const person = problem.people[Math.floor(next() * problem.people.length)]!;
    const taken = [...busy.get(person.id)!];
    person.forbidden = [...person.forbidden!, taken[Math.floor(next() * taken.length)]!];
  }
  return problem;
}

/**
 * A round of bilateral sessions as the product plans them: 24 delegations of two, each with two of three consultant
 * teams, one of two interpreters in every second session, 18 slots on three days; some people are away for half a day.
 */
export function bilateralRound(seed: number, perDelegation = 2): TimetableProblem {
  const next = numbersFrom(seed);
  const days: [number, number][] = [
    [1, 6],
    [7, 12],
    [13, 18],
  ];
  const people: Person[] = [];
  const teams = [1, 2, 3].map((t) => [`consultant ${t}a`, `consultant ${t}b`]);
  for (const id of [...teams.flat(), "interpreter 1", "interpreter 2"]) people.push({ id });
  const meetings: Meeting[] = [];
  for (let d = 1; d <= 24; d++) {
    const members = [`delegate ${d}a`, `delegate ${d}b`];
    for (const id of members) {
      const person: Person = { id };
      if (next() < 0.2) {
        const half = 3 * Math.floor(next() * 6);
        person.forbidden = [half + 1, half + 2, half + 3];
      }
      people.push(person);
    }
    for (let k = 0; k < perDelegation; k++) {
      const needs = (d + k) % 2 === 0 ? [`interpreter ${1 + (Math.floor((d + k) / 2) % 2)}`] : [];
      meetings.push({ id: `session ${d}.${k + 1}`, people: [...members, ...teams[(d + k) % 3]!, ...needs] });
    }
  }
  return { slots: 18, dayParts: days, capacity: 3, people, meetings, breaks: "dayPart" };
}
