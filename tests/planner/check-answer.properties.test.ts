import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { Meeting, TimetableProblem } from "#app/planner/problem.ts";
import type { GivenAnswer } from "#app/planner/read-problem.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce, countsOf, keepsRules } from "#tests/planner/brute-force.ts";
import { honest } from "#tests/planner/given-answer.ts";

type Mutation = (
  problem: TimetableProblem,
  answer: GivenAnswer,
  m: number,
) => { problem: TimetableProblem; answer: GivenAnswer } | null;

/** Each takes a good answer and breaks one rule at meeting number `m`; null where that cannot be done. */
const mutations: Record<string, Mutation> = {
  "placed, left out": (problem, answer, m) => ({
    problem,
    answer: { ...answer, placements: answer.placements.toSpliced(m, 1) },
  }),
  "placed, twice": (problem, answer, m) => ({
    problem,
    answer: { ...answer, placements: [...answer.placements, answer.placements[m]!] },
  }),
  availability: (problem, answer, m) => {
    const [id] = problem.meetings[m]!.people;
    const forbidden = [answer.placements[m]!.slot];
    const people = problem.people.map((person) => (person.id === id ? { ...person, forbidden } : person));
    return { problem: { ...problem, people }, answer };
  },
  range: (problem, answer, m) => {
    const { slot } = answer.placements[m]!;
    return slot === 1 ? null : { problem: changed(problem, m, { slots: [[1, slot - 1]] }), answer };
  },
  fixed: (problem, answer, m) => {
    return { problem: changed(problem, m, { fixed: answer.placements[m]!.slot === 1 ? 2 : 1 }), answer };
  },
  after: (problem, answer, m) => {
    const { meeting, slot } = answer.placements[m]!;
    const later = answer.placements.find((other) => other.slot >= slot && other.meeting !== meeting);
    return later ? { problem: changed(problem, m, { after: [later.meeting] }), answer } : null;
  },
  "one-at-a-time": (problem, answer, m) => {
    const copy = { id: "copy", people: problem.meetings[m]!.people.slice(0, 1) };
    const twin = { ...problem, capacity: null, fairness: null, meetings: [...problem.meetings, copy] };
    const starts = [...answer.placements.map(({ slot }) => slot), answer.placements[m]!.slot];
    return { problem: twin, answer: honest(twin, starts) };
  },
  capacity: (problem, answer, m) => {
    const { slot } = answer.placements[m]!;
    const meetings = [...problem.meetings, { id: "new", people: ["new"] }];
    const fuller = { ...problem, people: [...problem.people, { id: "new" }], meetings, capacity: 1, fairness: null };
    const starts = [...answer.placements.map(({ slot }) => slot), slot];
    return { problem: fuller, answer: honest(fuller, starts) };
  },
  fairness: (problem, answer) => {
    return answer.spread === 0 ? null : { problem: { ...problem, fairness: answer.spread! - 1 }, answer };
  },
  breaks: (problem, answer) => ({ problem, answer: { ...answer, breaks: answer.breaks! + 1 } }),
  spread: (problem, answer) => ({ problem, answer: { ...answer, spread: answer.spread! + 1 } }),
  notified: (problem, answer) => {
    return answer.notified === null ? null : { problem, answer: { ...answer, notified: answer.notified! + 1 } };
  },
  lowerBound: (problem, answer) => ({ problem, answer: { ...answer, lowerBound: answer.breaks! + 1 } }),
};

describe("on random timetables", () => {
  it("finds what a second way of counting finds, and a broken rule exactly where there is one", () => {
    const seen = { kept: 0, broken: 0 };
    fc.assert(
      fc.property(timetable(), ({ problem, starts }) => {
        const check = checkAnswer(problem, honest(problem, starts));
        const kept = keepsRules(problem, starts);
        seen[kept ? "kept" : "broken"]++;
        expect(check.measured).toEqual(countsOf(problem, starts));
        expect([check.ok, check.violations.length === 0]).toEqual([kept, kept]);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.kept, seen.broken)).toBeGreaterThan(300);
  });

  it("knows none that is better than the best of all", () => {
    const seen = { feasible: 0, breaks: 0, notified: 0, preferencesMissed: 0 };
    fc.assert(
      fc.property(timetable(), ({ problem, starts }) => {
        const { feasible, ...best } = bruteForce(problem);
        if (feasible) seen.feasible++;
        for (const objective of ["breaks", "notified", "preferencesMissed"] as const)
          if (best[objective]) seen[objective]++;
        if (!keepsRules(problem, starts)) return;
        const { breaks, notified, preferencesMissed } = countsOf(problem, starts);
        const early = starts.reduce((sum, start) => sum + start, 0);
        const objectives = [best.breaks, best.notified ?? 0, best.preferencesMissed ?? 0, best.early];
        expect(feasible).toBe(true);
        expect([objectives, [breaks, notified ?? 0, preferencesMissed ?? 0, early]].sort(byFirstDifference)[0]).toEqual(
          objectives,
        );
      }),
      { numRuns: 1000 },
    );
    // The problems are neither all trivial nor all impossible.
    expect(seen.feasible).toBeGreaterThan(400);
    expect(seen.feasible).toBeLessThan(800);
    expect(Math.min(seen.breaks, seen.notified, seen.preferencesMissed)).toBeGreaterThan(30);
  });

  it.each(Object.keys(mutations))("names the rule that is broken afterwards: %s", (name) => {
    fc.assert(
      fc.property(timetable(), fc.nat(), ({ problem, starts }, any) => {
        fc.pre(problem.meetings.length > 0 && keepsRules(problem, starts));
        const mutated = mutations[name]!(problem, honest(problem, starts), any % starts.length);
        fc.pre(mutated !== null);
        const rules = checkAnswer(mutated.problem, mutated.answer).violations.map(({ rule }) => rule);
        expect([...new Set(rules)]).toEqual([name.split(",")[0]]);
      }),
      { numRuns: 30 },
    );
  });
});

function timetable() {
  return tinyProblem().chain((problem) => {
    const starts = problem.meetings.map(({ length }) => fc.integer({ min: 1, max: problem.slots + 1 - (length ?? 1) }));
    return fc.tuple(...starts).map((starts) => ({ problem, starts }));
  });
}

function changed(problem: TimetableProblem, m: number, change: Partial<Meeting>): TimetableProblem {
  return { ...problem, meetings: problem.meetings.with(m, { ...problem.meetings[m]!, ...change }) };
}

function byFirstDifference(a: (number | null)[], b: (number | null)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
