import type { Meeting, Person, TimetableProblem } from "#app/planner/problem.ts";

/** The best timetable there is, in the order of the objectives; `early` is the sum of the starts. */
export interface Best {
  feasible: boolean;
  breaks: number | null;
  notified: number | null;
  preferencesMissed: number | null;
  early: number | null;
}

export interface Counts {
  breaks: number;
  spread: number;
  notified: number | null;
  preferencesMissed: number | null;
}

/**
 * Tries every timetable of a tiny problem: about 7 meetings and 6 slots at most. A day is a text with a letter per slot
 * (see `rowOf`), and what is allowed and what is counted are patterns in it, so that it agrees with the solver and with
 * `checkAnswer` only where all of them are right.
 */
export function bruteForce(problem: TimetableProblem): Best {
  let best: { starts: number[]; key: number[] } | null = null;
  const extend = (starts: number[]): void => {
    if (!keepsRules(problem, starts)) return;
    if (starts.length < problem.meetings.length) {
      for (let slot = 1; slot <= problem.slots; slot++) extend([...starts, slot]);
      return;
    }
    const { breaks, notified, preferencesMissed } = countsOf(problem, starts);
    const key = [breaks, notified ?? 0, preferencesMissed ?? 0, starts.reduce((sum, start) => sum + start, 0)];
    if (!best || isLess(key, best.key)) best = { starts, key };
  };
  extend([]);
  const found = best as { starts: number[]; key: number[] } | null;
  if (!found) return { feasible: false, breaks: null, notified: null, preferencesMissed: null, early: null };
  const { breaks, notified, preferencesMissed } = countsOf(problem, found.starts);
  return { feasible: true, breaks, notified, preferencesMissed, early: found.key.at(-1)! };
}

/**
 * Whether the first meetings, starting in these slots, keep every rule that concerns only them; fairness is looked at
 * when all meetings have a start.
 */
export function keepsRules(problem: TimetableProblem, starts: readonly number[]): boolean {
  const placed = problem.meetings.slice(0, starts.length);
  const startOf = new Map(placed.map(({ id }, m) => [id, starts[m]!]));
  const endOf = new Map(placed.map(({ id, length }, m) => [id, starts[m]! + (length ?? 1)]));
  const suits = (meeting: Meeting): boolean => {
    const start = startOf.get(meeting.id)!;
    const end = endOf.get(meeting.id)!;
    const ranges = meeting.slots?.length ? meeting.slots : [[1, problem.slots] as const];
    return (
      end <= problem.slots + 1 &&
      ranges.some(([first, last]) => start >= first && end <= last + 1) &&
      (meeting.fixed ?? start) === start &&
      (meeting.after ?? []).every((before) => (endOf.get(before) ?? 0) <= start)
    );
  };
  if (!placed.every(suits)) return false;

  const buffer = problem.buffer ?? 0;
  const tooClose = buffer > 0 ? new RegExp(`[Bc]\\.{0,${buffer - 1}}B`) : /$^/;
  for (const person of problem.people) {
    const row = rowOf(problem, starts, person);
    if (row.includes("!") || tooClose.test(row)) return false;
    if ((person.forbidden ?? []).some((slot) => row[slot - 1] !== ".")) return false;
  }
  for (let slot = 1; slot <= problem.slots; slot++) {
    const busy = placed.filter(({ id }) => startOf.get(id)! <= slot && slot < endOf.get(id)!);
    if (busy.length > (problem.capacity ?? Number.POSITIVE_INFINITY)) return false;
  }
  return starts.length < problem.meetings.length || countsOf(problem, starts).spread <= (problem.fairness ?? Infinity);
}

/** Counts a timetable of all meetings, also one in which people are in two places. */
export function countsOf(problem: TimetableProblem, starts: readonly number[]): Counts {
  const breaks = problem.people.map((person) => breaksOf(problem, rowOf(problem, starts, person)));
  const isPicky = problem.people.some((person) => person.preferred?.length);
  return {
    breaks: breaks.reduce((sum, count) => sum + count, 0),
    spread: breaks.length > 0 ? Math.max(...breaks) - Math.min(...breaks) : 0,
    notified: problem.previous ? notifiedOf(problem, starts).size : null,
    preferencesMissed: isPicky ? missedOf(problem, starts) : null,
  };
}

/** A person's slots: `B` a meeting begins, `c` it continues, `!` more than one meeting, `.` idle. */
function rowOf(problem: TimetableProblem, starts: readonly number[], person: Person): string {
  let row = ".".repeat(problem.slots);
  starts.forEach((start, m) => {
    const { people, length } = problem.meetings[m]!;
    if (!people.includes(person.id)) return;
    for (let slot = start; slot < start + (length ?? 1); slot++) {
      const mark = row[slot - 1] !== "." ? "!" : slot === start ? "B" : "c";
      row = row.slice(0, slot - 1) + mark + row.slice(slot);
    }
  });
  return row;
}

function breaksOf(problem: TimetableProblem, row: string): number {
  const breaksIn = (part: string) => part.match(/[^.]\.+(?=[^.])/g)?.length ?? 0;
  if (problem.breaks === "round" || !problem.dayParts?.length) return breaksIn(row);
  return problem.dayParts.reduce((sum, [first, last]) => sum + breaksIn(row.slice(first - 1, last)), 0);
}

function notifiedOf(problem: TimetableProblem, starts: readonly number[]): Set<string> {
  const same = new Set(problem.previous?.map(({ meeting, slot }) => `${slot} ${meeting}`));
  return new Set(problem.meetings.flatMap(({ id, people }, m) => (same.has(`${starts[m]} ${id}`) ? [] : people)));
}

function missedOf(problem: TimetableProblem, starts: readonly number[]): number {
  let missed = 0;
  const liked = new Map(problem.people.map(({ id, preferred }) => [id, preferred ?? []]));
  problem.meetings.forEach(({ people, length }, m) => {
    for (const id of people) {
      const wishes = liked.get(id)!;
      for (let k = 0; wishes.length > 0 && k < (length ?? 1); k++) missed += wishes.includes(starts[m]! + k) ? 0 : 1;
    }
  });
  return missed;
}

function isLess(a: number[], b: number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}
