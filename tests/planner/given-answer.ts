import { checkAnswer } from "#app/planner/check-answer.ts";
import type { Meeting, SlotRange, TimetableProblem } from "#app/planner/problem.ts";
import type { GivenAnswer } from "#app/planner/read-problem.ts";
import type { Violation } from "#app/planner/violation.ts";
import { countsOf } from "#tests/planner/brute-force.ts";

export const [ana, bo, cy] = [{ id: "ana" }, { id: "bo" }, { id: "cy" }];
export const m1: Meeting = { id: "m1", people: ["ana", "bo"] };
export const m2: Meeting = { id: "m2", people: ["ana", "cy"] };
export const m3: Meeting = { id: "m3", people: ["bo", "cy"] };

/** Three people, each pair of whom meets once. */
export const base: TimetableProblem = { slots: 6, people: [ana, bo, cy], meetings: [m1, m2, m3] };

/** What an answer with these starts violates; it states what is true but for what is given. */
export function broken(
  change: Partial<TimetableProblem>,
  starts: number[],
  states: Partial<GivenAnswer> = {},
): Violation[] {
  const problem = { ...base, ...change };
  return checkAnswer(problem, { ...honest(problem, starts), ...states }).violations;
}

/** An answer that states what is true of these starts. */
export function honest(problem: TimetableProblem, starts: readonly number[]): GivenAnswer {
  const placements = problem.meetings.map(({ id }, m) => at(id, starts[m]!));
  return { status: "feasible", ...countsOf(problem, starts), lowerBound: 0, placements };
}

/** Ranges as pairs, not as lists of numbers. */
export function ranges(...ranges: SlotRange[]): SlotRange[] {
  return ranges;
}

/** A violation that is about nothing but what is given. */
export function violation(rule: Violation["rule"], message: string, about: Partial<Violation> = {}): Violation {
  return { rule, message, people: [], meetings: [], slots: [], ...about };
}

export function at(meeting: string, slot: number) {
  return { meeting, slot };
}
