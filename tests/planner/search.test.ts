import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { type Model, modelOf } from "#app/planner/model.ts";
import { propagateOrder } from "#app/planner/presolve/propagate-order.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import { Random } from "#app/planner/random.ts";
import { KempeChains } from "#app/planner/search/chain.ts";
import { Constructor } from "#app/planner/search/construct.ts";
import { EjectionChains } from "#app/planner/search/ejection.ts";
import { breaksIn, Objective, scoreOf } from "#app/planner/search/objective.ts";
import { State } from "#app/planner/search/state.ts";
import { keepsRules } from "#tests/planner/brute-force.ts";
import { mixedProblem } from "#tests/planner/mixed-problem.ts";

const simple = { longest: 1, buffer: 0, people: 10, meetings: 30, slots: 14 };
const kinds = [
  { name: "Kempe chains", Chains: KempeChains, mix: simple },
  { name: "ejection chains of single slots", Chains: EjectionChains, mix: simple },
  { name: "ejection chains of long meetings", Chains: EjectionChains, mix: {} },
  { name: "ejection chains of long meetings without a buffer", Chains: EjectionChains, mix: { buffer: 0 } },
];
const problems = 12;
const proposals = 250;

describe.each(kinds)("$name", ({ Chains, mix }) => {
  it("cost what they change, keep every rule, and leave no trace when they are dropped", () => {
    let accepted = 0;
    for (let seed = 1; seed <= problems; seed++) {
      const problem = mixedProblem(seed, mix);
      const model = modelOf(problem);
      expect(propagateOrder(model)).toBeNull();
      const random = new Random(seed);
      const { state, objective } = built(model, someTimetable(model, seed));
      if (seed % 3 === 0) objective.earlyWeight = 0.004;
      const moves = new Chains(model, state, objective);
      for (let i = 0; i < proposals; i++) {
        const before = state.start.slice();
        const m = random.below(model.meetings);
        const to = random.below(model.slots);
        if (to === before[m]) continue;
        const cost = moves.propose(m, to, Number.POSITIVE_INFINITY);
        const isTaken = cost < 1 || random.below(4) === 0;
        if (cost !== Number.POSITIVE_INFINITY && !isTaken) moves.reject();
        if (cost === Number.POSITIVE_INFINITY || !isTaken) {
          expect(isAnew(model, before, { state, objective }), `seed ${seed}, proposal ${i}`).toBe(true);
          continue;
        }
        moves.accept();
        accepted++;
        objective.renew();
        const after = state.start;
        expect(isAnew(model, after, { state, objective }), `seed ${seed}, proposal ${i}`).toBe(true);
        expect(keepsRules({ ...problem, fairness: null }, oneBased(after)), `seed ${seed}, proposal ${i}`).toBe(true);
        if (isEstimate(model, before, after)) continue;
        const change = worth(model, before, after, objective.earlyWeight);
        expect(cost, `seed ${seed}, proposal ${i}`).toBeCloseTo(change, 9);
      }
    }
    expect(accepted).toBeGreaterThan(problems * 10);
  });

  it("give up, as if it could not be, rather than cost more than is asked for", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const model = modelOf(mixedProblem(seed, mix));
      propagateOrder(model);
      const random = new Random(seed);
      const { state, objective } = built(model, someTimetable(model, seed));
      const moves = new Chains(model, state, objective);
      for (let i = 0; i < 400; i++) {
        const m = random.below(model.meetings);
        const to = random.below(model.slots);
        if (to === state.start[m]) continue;
        const exact = moves.propose(m, to, Number.POSITIVE_INFINITY);
        if (exact !== Number.POSITIVE_INFINITY) moves.reject();
        const quick = moves.propose(m, to, 0.5);
        if (quick === Number.POSITIVE_INFINITY) continue;
        moves.reject();
        expect(quick).toBe(exact);
      }
    }
  });
});

it("a first timetable keeps every rule but fairness", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const problem: TimetableProblem = { ...mixedProblem(seed, { longest: 1 + (seed % 3) }), fairness: null };
    expect(keepsRules(problem, oneBased(someTimetable(modelOf(problem), seed))), `seed ${seed}`).toBe(true);
  }
});

function someTimetable(model: Model, seed: number): Int32Array {
  const start = new Constructor(model, seed).run(1e6, () => false);
  if (!start) throw new Error(`No timetable found with seed ${seed}`);
  return start.slice();
}

/** A state with all that is counted, from scratch. */
function built(model: Model, start: Int32Array, earlyWeight = 0): { state: State; objective: Objective } {
  const state = new State(model);
  start.forEach((slot, m) => {
    state.place(m, slot);
  });
  const objective = new Objective(model, state);
  objective.earlyWeight = earlyWeight;
  objective.recount();
  return { state, objective };
}

/** Whether everything counted along the way is what counting from scratch gives. */
function isAnew(model: Model, start: Int32Array, counted: { state: State; objective: Objective }): boolean {
  return isDeepStrictEqual(counted, built(model, start, counted.objective.earlyWeight));
}

/** What the change is worth by the weights of the search; too many breaks are those above the limit before it. */
function worth(model: Model, before: Int32Array, after: Int32Array, earlyWeight: number): number {
  const breaks = (start: Int32Array): number[] =>
    Array.from({ length: model.people }, (_, p) => breaksIn(model, start, p));
  const limit = model.fairness < 0 ? Number.POSITIVE_INFINITY : Math.min(...breaks(before)) + model.fairness;
  const total = (start: Int32Array): number => {
    const score = scoreOf(model, start);
    const tooMany = breaks(start).reduce((sum, count) => sum + Math.max(0, count - limit), 0);
    return score.breaks + 2 * tooMany + 0.3 * score.notified + 0.06 * score.missed + earlyWeight * score.early;
  };
  return total(after) - total(before);
}

/** Who must be notified is only estimated for somebody with several meetings that move. */
function isEstimate(model: Model, before: Int32Array, after: Int32Array): boolean {
  const moves = (diary: Int32Array): number => diary.filter((m) => before[m] !== after[m]).length;
  return model.hasPrevious && model.diary.some((diary) => moves(diary) > 1);
}

function oneBased(start: Int32Array): number[] {
  return Array.from(start, (slot) => slot + 1);
}
