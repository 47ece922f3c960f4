import type { TimetableProblem } from "#app/planner/problem.ts";
import { numbersFrom } from "#tests/support/planner-instances.ts";

const hottest = 2;
/** Share of the first temperature that is left at the end. */
const coldest = 0.05;

/**
 * What an afternoon's work gives: plain annealing that moves one meeting at a time, with clashes as penalties. Kept as
 * the yardstick for the planner; knows people, availability, ranges, capacity and breaks over the round, for meetings
 * of one slot.
 * @returns breaks of the best timetable without a clash, or null where none was found
 */
export function plainAnnealer(problem: TimetableProblem, seconds: number, seed: number): number | null {
  const { slots, capacity = Number.POSITIVE_INFINITY } = problem;
  const next = numbersFrom(seed);
  const index = new Map(problem.people.map(({ id }, p) => [id, p]));
  const away = problem.people.map(({ forbidden }) => new Set((forbidden ?? []).map((slot) => slot - 1)));
  const meetings = problem.meetings.map(({ people, slots: ranges }) => {
    const who = people.map((id) => index.get(id)!);
    const starts = Array.from({ length: slots }, (_, slot) => slot).filter(
      (slot) =>
        who.every((p) => !away[p]!.has(slot)) &&
        (!ranges || ranges.some(([first, last]) => slot + 1 >= first && slot + 1 <= last)),
    );
    return { who, starts };
  });
  const at = meetings.map(({ starts }) => starts[Math.floor(next() * starts.length)]!);
  const rows = problem.people.map(() => new Int16Array(slots));
  const load = new Int16Array(slots);
  meetings.forEach(({ who }, m) => {
    load[at[m]!]!++;
    for (const p of who) rows[p]![at[m]!]!++;
  });
  const costOf = (p: number): number => {
    const row = rows[p]!;
    let cost = 0;
    let stretches = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (row[slot]! > 1) cost += 5 * (row[slot]! - 1);
      if (row[slot]! > 0 && (slot === 0 || row[slot - 1] === 0)) stretches++;
    }
    return cost + Math.max(0, stretches - 1);
  };
  const over = (slot: number): number => 5 * Math.max(0, load[slot]! - (capacity ?? Number.POSITIVE_INFINITY));
  const move = (m: number, to: number): void => {
    for (const p of meetings[m]!.who) {
      rows[p]![at[m]!]!--;
      rows[p]![to]!++;
    }
    load[at[m]!]!--;
    load[to]!++;
    at[m] = to;
  };
  let total = rows.reduce((sum, _, p) => sum + costOf(p), 0);
  for (let slot = 0; slot < slots; slot++) total += over(slot);
  let best: number | null = null;
  let temperature = hottest;
  const begin = performance.now();
  const span = seconds * 1000;
  for (let step = 0; ; step++) {
    const share = step % 256 === 0 ? (performance.now() - begin) / span : Number.NaN;
    if (share >= 1) return best;
    if (!Number.isNaN(share)) temperature = hottest * coldest ** share;
    const m = Math.floor(next() * meetings.length);
    const { who, starts } = meetings[m]!;
    const from = at[m]!;
    const to = starts[Math.floor(next() * starts.length)]!;
    if (to === from) continue;
    let change = -over(from) - over(to);
    for (const p of who) change -= costOf(p);
    move(m, to);
    change += over(from) + over(to);
    for (const p of who) change += costOf(p);
    if (change > 0 && next() >= Math.exp(-change / temperature)) move(m, from);
    else {
      total += change;
      if (best === null || total < best) {
        const clashes = rows.some((row) => row.some((count) => count > 1)) || load.some((_, slot) => over(slot) > 0);
        if (!clashes) best = total;
      }
    }
  }
}
