import fc from "fast-check";
import { expect, it } from "vitest";
import { crowdingBound } from "#app/planner/bound/crowding-bound.ts";
import { Forced } from "#app/planner/bound/forced.ts";
import { Nearby } from "#app/planner/exact/nearby.ts";
import { Prover } from "#app/planner/exact/prover.ts";
import { noIncumbent } from "#app/planner/incumbent.ts";
import { type Model, modelOf } from "#app/planner/model.ts";
import { presolve } from "#app/planner/presolve/presolve.ts";
import { Annealer } from "#app/planner/search/annealer.ts";
import { Constructor } from "#app/planner/search/construct.ts";
import { compareScores, scoreOf } from "#app/planner/search/objective.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce, keepsRules } from "#tests/planner/brute-force.ts";
import { mixedProblem } from "#tests/planner/mixed-problem.ts";
import { looseFair } from "#tests/support/loose-fair.ts";

const NEVER = () => false;
/** Two million proposals of annealing leave it with 2 breaks. */
const FAIR = {
  people: 40,
  meetings: 100,
  slots: 16,
  capacity: 10,
  morning: 9,
  windows: 0.3,
  tail: 0.8,
  top: 12,
  away: 0.3,
};

it("gets from any timetable to the best one, and proves no more than is true", () => {
  let begun = 0;
  fc.assert(
    fc.property(tinyProblem(), fc.integer({ min: 1, max: 1000 }), (problem, seed) => {
      const model = modelOf(problem);
      if (presolve(model).length > 0) return;
      const prover = known(model, seed);
      if (!prover) return;
      begun++;
      new Nearby(model, prover, seed).run(3_000_000, NEVER);
      const { breaks, notified, preferencesMissed } = bruteForce(problem);
      expect(prover.bound).toBeLessThanOrEqual(breaks!);
      expect({ ...prover.score, early: 0 }).toEqual({
        breaks,
        notified: notified ?? 0,
        missed: preferencesMissed ?? 0,
        early: 0,
      });
      expect(prover.isDone).toBe(true);
      expect(keepsRules(problem, oneBased(prover.best!))).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(begun).toBeGreaterThan(100);
});

it("keeps every rule and never gets worse, whatever the problem contains", () => {
  let better = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const problem = mixedProblem(seed);
    const model = modelOf(problem);
    expect(presolve(model)).toEqual([]);
    const prover = known(model, seed);
    if (!prover) continue;
    const nearby = new Nearby(model, prover, seed);
    for (let i = 0; i < 3 && prover.canImprove; i++) {
      const before = prover.score!;
      nearby.run(100_000, NEVER);
      const now = prover.score!;
      expect(now, `seed ${seed}`).toEqual(scoreOf(model, prover.best!));
      expect(compareScores({ ...now, early: 0 }, { ...before, early: 0 }), `seed ${seed}`).toBeLessThanOrEqual(0);
      expect(keepsRules(problem, oneBased(prover.best!)), `seed ${seed}`).toBe(true);
      expect(prover.bound).toBeLessThanOrEqual(now.breaks);
      if (now !== before) better++;
    }
  }
  expect(better).toBeGreaterThan(3);
});

it("finds and proves what a long time of annealing does not find", () => {
  const seed = 4;
  const model = modelOf(looseFair(seed, FAIR));
  const found = [1, 2].map(() => {
    const prover = known(model, seed, 300_000)!;
    expect(prover.score!.breaks).toBeGreaterThan(1);
    new Nearby(model, prover, seed).run(6_000_000, NEVER);
    return { ...prover.incumbent(), ticks: prover.ticks };
  });
  expect([found[0]!.score!.breaks, found[0]!.bound]).toEqual([1, 1]);
  // The same seed gives the same answer with the same work.
  expect(found[1]).toEqual(found[0]);
});

/** A prover that knows some timetable, annealed a little; null where none was found. */
function known(model: Model, seed: number, proposals = 0): Prover | null {
  const start = new Constructor(model, seed).run(20_000, NEVER)?.slice();
  if (!start) return null;
  const annealer = new Annealer(model, start, seed, [1000]);
  annealer.run(proposals, -1, NEVER);
  if (annealer.score.breaks === Number.POSITIVE_INFINITY) return null;
  const prover = new Prover(model, new Forced(model, crowdingBound(model)));
  prover.take({ ...noIncumbent(), start: annealer.best, score: annealer.score });
  return prover;
}

function oneBased(start: Int32Array): number[] {
  return Array.from(start, (slot) => slot + 1);
}
