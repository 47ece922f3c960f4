import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "#app/domain/planner/check-answer.ts";
import { laneOf } from "#app/domain/planner/lane.ts";
import type { TimetableAnswer, TimetableProblem } from "#app/domain/planner/problem.ts";
import { modelForLane, type SolveOptions, solveBeside, solveTimetable } from "#app/domain/planner/solve.ts";
import { fair } from "#tests/support/planner-instances.ts";
import { tinyProblem } from "./arbitrary-problem.ts";
import { bruteForce } from "./brute-force.ts";

/** Every timetable of a tiny problem can be tried: proof must end the work long before this. */
const untilProven = { seconds: 5, turns: 40 };

describe("a tiny problem", () => {
  it("gets the best timetable there is, or the news that there is none", () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        const { feasible, breaks, told, preferencesMissed } = bruteForce(problem);
        const answer = solveTimetable(problem, untilProven);
        expect(claimsOf(problem, answer)).toEqual({
          status: feasible ? "optimal" : "infeasible",
          breaks,
          told,
          preferencesMissed,
          lowerBound: feasible ? breaks : 0,
          isExplained: !feasible,
          violations: [],
        });
      }),
      { numRuns: 150 },
    );
  });

  it("of one meeting is solved and proven", () => {
    const problem: TimetableProblem = { slots: 1, people: [{ id: "ana" }], meetings: [{ id: "m1", people: ["ana"] }] };
    expect(solveTimetable(problem, untilProven)).toEqual({
      status: "optimal",
      breaks: 0,
      spread: 0,
      lowerBound: 0,
      told: null,
      preferencesMissed: null,
      placements: [{ meeting: "m1", slot: 1 }],
      why: [],
      reasons: [],
    });
  });
});

describe("fairness", () => {
  it.each([8, 9])("of %i is kept where somebody must have one break more", (fairness) => {
    expect(solveTimetable(everySecondSlot(fairness + 1, fairness), untilProven).status).toBe("infeasible");
    expect(solveTimetable(everySecondSlot(fairness, fairness), untilProven)).toMatchObject({
      breaks: fairness,
      spread: fairness,
    });
  });
});

it("gives the same answer with the lanes apart as with the lanes one after the other", async () => {
  for (const seed of [41, 66, 99]) {
    const problem = { ...fair(seed, { people: 10, meetings: 26, slots: 10, capacity: 4 }), fairness: 1 + (seed % 2) };
    const options = { seconds: 60, turns: 8, seed };
    expect(await solvedApart(problem, options), `seed ${seed}`).toEqual(solveTimetable(problem, options));
  }
});

/** What an answer says, apart from the timetable itself. */
function claimsOf(problem: TimetableProblem, answer: TimetableAnswer) {
  const { status, breaks, told, preferencesMissed, lowerBound, why, reasons } = answer;
  const { violations } = checkAnswer(problem, answer);
  const isExplained = why.length > 0 && reasons.length > 0;
  return { status, breaks, told, preferencesMissed, lowerBound, isExplained, violations };
}

/** Ana must meet in every second slot, which leaves her so many breaks; Bo has one meeting and none. */
function everySecondSlot(breaks: number, fairness: number): TimetableProblem {
  return {
    slots: 2 * breaks + 1,
    people: [{ id: "ana" }, { id: "bo" }],
    meetings: Array.from({ length: breaks + 1 }, (_, i) => ({
      id: `m${i + 1}`,
      people: i === 0 ? ["ana", "bo"] : ["ana"],
      fixed: 2 * i + 1,
    })),
    breaks: "round",
    fairness,
  };
}

/** As in threads: the second lane has copies of what it is told. */
function solvedApart(problem: TimetableProblem, options: SolveOptions): Promise<TimetableAnswer> {
  const lane = laneOf(modelForLane(problem), 1, options.seed!);
  return solveBeside(problem, options, async (effort, told) => {
    const copy = structuredClone(told);
    return [structuredClone(lane.turn(effort, copy, () => false))];
  });
}
