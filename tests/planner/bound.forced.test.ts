import fc from "fast-check";
import { expect, it } from "vitest";
import { crowdingBound } from "#app/planner/bound/crowding-bound.ts";
import { Forced } from "#app/planner/bound/forced.ts";
import { encode } from "#app/planner/exact/encode.ts";
import { type Model, modelOf } from "#app/planner/model.ts";
import { propagateOrder } from "#app/planner/presolve/propagate-order.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";

const PLENTY = 10_000_000;

/** Asks the clauses, which know nothing of prices, for timetables in which what is forced does not hold. */
function refuted(model: Model, forced: Forced, most: number): number {
  const { solver, busy, breaks } = encode(model);
  const few = solver.variable();
  solver.atMost(breaks.flat(), most, few);
  let count = 0;
  for (const { p, slot, isBusy } of forced.hours(most)) {
    const literal = busy[p]![slot]!;
    expect(solver.solve([few, isBusy ? literal ^ 1 : literal], PLENTY)).toBe("unsatisfiable");
    count++;
  }
  for (const p of forced.unbroken(most)) {
    for (const some of breaks[p]!.slice(0, 1)) {
      expect(solver.solve([few, some], PLENTY)).toBe("unsatisfiable");
      count++;
    }
  }
  return count;
}

it("says of people's hours only what holds in every timetable with so few breaks", () => {
  let count = 0;
  fc.assert(
    fc.property(tinyProblem(), (problem) => {
      const model = modelOf(problem);
      propagateOrder(model);
      const crowding = crowdingBound(model);
      const forced = new Forced(model, crowding);
      for (let more = 0; more < 2; more++) count += refuted(model, forced, crowding.bound + more);
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(100);
});

it("tells who has no break where only absences make one", () => {
  const problem: TimetableProblem = {
    slots: 5,
    people: [{ id: "a", forbidden: [3] }, { id: "b" }, { id: "c" }],
    meetings: [
      { id: "1", people: ["a", "b"] },
      { id: "2", people: ["a", "c"] },
      { id: "3", people: ["a"] },
      { id: "4", people: ["b", "c"] },
    ],
    breaks: "round",
  };
  const model = modelOf(problem);
  const forced = new Forced(model, crowdingBound(model));
  expect(forced.bound).toBe(1);
  expect(forced.unbroken(1)).toEqual([1, 2]);
  expect(forced.unbroken(2)).toEqual([]);
  expect(refuted(model, forced, 1)).toBeGreaterThan(2);
});
