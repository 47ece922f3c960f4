import type { Meeting, SlotRange, TimetableProblem } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";

/** As in an answer; all null where not every meeting has one place within the slots. */
export interface Measured {
  breaks: number | null;
  spread: number | null;
  notified: number | null;
  preferencesMissed: number | null;
}

/** A meeting in its place. */
export interface Sitting {
  meeting: Meeting;
  start: number;
  end: number;
  /** start … end */
  slots: number[];
}

/** The sittings of each person by the person's id, early ones first. */
export function diariesOf(problem: TimetableProblem, sittings: Map<string, Sitting>): Map<string, Sitting[]> {
  const diaries = new Map<string, Sitting[]>(problem.people.map(({ id }) => [id, []]));
  for (const sitting of [...sittings.values()].sort((a, b) => a.start - b.start)) {
    for (const person of sitting.meeting.people) diaries.get(person)?.push(sitting);
  }
  return diaries;
}

/** Breaks by the person's id, in the order of the problem. */
export function breaksByPerson(problem: TimetableProblem, diaries: Map<string, Sitting[]>): Map<string, number> {
  const round: SlotRange[] = [[1, problem.slots]];
  const dayParts = problem.dayParts ?? [];
  const parts = problem.breaks === "round" || dayParts.length === 0 ? round : dayParts;
  return new Map(
    problem.people.map(({ id }) => {
      const busy = ascending(sure(diaries.get(id)).flatMap(({ slots }) => slots));
      const breaksIn = ([first, last]: SlotRange) => gaps(busy.filter((slot) => first <= slot && slot <= last));
      return [id, parts.map(breaksIn).reduce((sum, breaks) => sum + breaks, 0)];
    }),
  );
}

/** How often a slot is not the next one after the slot before it in the list. */
function gaps(slots: number[]): number {
  return slots.filter((slot, at) => at > 0 && slot > sure(slots[at - 1]) + 1).length;
}

/** What the placements of all meetings amount to. */
export function measure(
  problem: TimetableProblem,
  diaries: Map<string, Sitting[]>,
  breaks: Map<string, number>,
): Measured {
  const counts = [...breaks.values()];
  const different = ascending(counts);
  const before = new Map((problem.previous ?? []).map(({ meeting, slot }) => [meeting, slot]));
  const isNews = ({ meeting, start }: Sitting) => before.get(meeting.id) !== start;
  const slotsOf = (id: string) => sure(diaries.get(id)).flatMap(({ slots }) => slots);
  const picky = problem.people.flatMap(({ id, preferred }) =>
    preferred && preferred.length > 0 ? [{ id, preferred }] : [],
  );
  const missed = picky.flatMap(({ id, preferred }) => slotsOf(id).filter((slot) => !preferred.includes(slot)));
  return {
    breaks: counts.reduce((sum, count) => sum + count, 0),
    spread: (different.at(-1) ?? 0) - (different[0] ?? 0),
    notified: problem.previous ? problem.people.filter(({ id }) => sure(diaries.get(id)).some(isNews)).length : null,
    preferencesMissed: picky.length > 0 ? missed.length : null,
  };
}

/** The different numbers, small ones first. */
export function ascending(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
