import fc from "fast-check";
import { expect, it } from "vitest";
import { crowdingBound } from "#app/planner/bound/crowding-bound.ts";
import { modelOf } from "#app/planner/model.ts";
import { propagateOrder } from "#app/planner/presolve/propagate-order.ts";
import type { Meeting, TimetableProblem } from "#app/planner/problem.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce } from "#tests/planner/brute-force.ts";

it("is never above the optimum", () => {
  fc.assert(
    fc.property(tinyProblem(), (problem) => {
      const best = bruteForce(problem);
      if (!best.feasible) return;
      const model = modelOf(problem);
      propagateOrder(model);
      expect(crowdingBound(model).bound).toBeLessThanOrEqual(best.breaks!);
    }),
    { numRuns: 2000 },
  );
});

/** Everybody meets everybody, in so many slots with so many places. */
function everybody(people: number, slots: number, capacity: number): TimetableProblem {
  const ids = Array.from({ length: people }, (_, p) => `p${p}`);
  const meetings = ids.flatMap((a, i) => ids.slice(i + 1).map((b): Meeting => ({ id: `${a}-${b}`, people: [a, b] })));
  return { slots, capacity, people: ids.map((id) => ({ id })), meetings, breaks: "round" };
}

it("sees that the slots cannot hold everybody without an interruption", () => {
  // One meeting at a time is two rows of ten places; five people with four meetings each fill them, and rows of ten
  // cannot be laid with pieces of four unless one is cut.
  expect(crowdingBound(modelOf(everybody(5, 10, 1))).bound).toBe(1);
});

it("sees absences and fixed meetings", () => {
  const problem: TimetableProblem = {
    slots: 7,
    people: [{ id: "a", forbidden: [3] }, { id: "b" }, { id: "c" }],
    meetings: [
      { id: "1", people: ["a", "b"], fixed: 1 },
      { id: "2", people: ["a", "c"], fixed: 5 },
      { id: "3", people: ["a", "b", "c"] },
    ],
    breaks: "round",
  };
  // That b and c cannot both follow without a break is beyond this bound: it does not know who meets whom.
  expect([crowdingBound(modelOf(problem)).bound, bruteForce(problem).breaks]).toEqual([1, 2]);
  expect(
    crowdingBound(
      modelOf({
        ...problem,
        breaks: "dayPart",
        dayParts: [
          [1, 3],
          [4, 7],
        ],
      }),
    ).bound,
  ).toBe(0);
});

it("is 0 where nothing is crowded", () => {
  expect(crowdingBound(modelOf(everybody(4, 6, 2))).bound).toBe(0);
});
