import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Literal } from "#app/planner/sat/assignment.ts";
import { SatSolver } from "#app/planner/sat/solver.ts";
import { numbersFrom } from "#tests/support/planner-instances.ts";

/** What the solver is given: one of these, or at most `most` of these, a literal as often as it is listed. */
type Constraint =
  | { kind: "clause"; literals: Literal[] }
  | { kind: "atMostOne"; literals: Literal[] }
  | { kind: "atMost"; literals: Literal[]; most: number; guard: Literal | null };

type Step =
  | Constraint
  | { kind: "solve"; assumptions: Literal[]; budget: number }
  | { kind: "prefer"; literals: Literal[] };

const variables = 7;
const plenty = 1e9;
const literal = fc.integer({ min: 0, max: 2 * variables - 1 });
const literals = (minLength: number, maxLength: number) => fc.array(literal, { minLength, maxLength });
/** Mostly such as leave something to look for. */
const clause = fc.oneof({ weight: 1, arbitrary: literals(0, 8) }, { weight: 9, arbitrary: literals(2, 3) });

/**
 * Clauses with literals twice and with their negations, cardinality constraints with weights and guards, calls with
 * little patience.
 */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("clause" as const), literals: clause }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("atMostOne" as const),
      literals: fc.uniqueArray(literal, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("atMost" as const),
      literals: literals(1, 8),
      most: fc.constantFrom(-1, 0, 1, 1, 2, 2, 3, 4),
      guard: fc.option(literal),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("solve" as const),
      assumptions: literals(0, 4),
      budget: fc.constantFrom(0, 0, 5, plenty, plenty),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("prefer" as const), literals: literals(1, 3) }) },
);

describe("small sets of clauses and cardinality constraints", () => {
  it("get the verdict of the truth table, however they are asked, with true models and cores", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), (steps) => {
        const solver = new SatSolver();
        const added: Constraint[] = [];
        const last: Step = { kind: "solve", assumptions: [], budget: plenty };
        let known = 0;
        for (const next of [...steps, last]) {
          const named = next.kind === "solve" ? next.assumptions : [...next.literals];
          if (next.kind === "atMost" && next.guard !== null) named.push(next.guard);
          for (const lit of named) while (known <= lit >> 1) known = solver.variable() / 2 + 1;
          if (next.kind === "prefer") for (const lit of next.literals) solver.prefer(lit);
          else if (next.kind === "solve") askAndCheck(solver, added, next.assumptions, next.budget);
          else {
            tell(solver, next);
            added.push(next);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a counter added after a call that was stopped", () => {
  it("counts once what was learnt just before", () => {
    const solver = new SatSolver();
    const [a, b, c] = [solver.variable(), solver.variable(), solver.variable()];
    solver.add(a, b);
    solver.add(a, b ^ 1);
    // That `a` is true is learnt, and nothing is drawn from it yet.
    expect(solver.solve([], 0)).toBe("stopped");
    solver.atMost([a, c], 1);
    expect([solver.solve([], plenty), modelOf(solver, [a, c])]).toEqual(["satisfiable", [1, -1]]);
  });
});

describe("long runs", () => {
  it("agree on random clauses near the threshold in any order, with true models", () => {
    let most = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const next = numbersFrom(seed);
      const clauses = Array.from({ length: 767 }, () => randomLiterals(next, 180, 3));
      const first = solverOf(180, clauses);
      const second = solverOf(
        180,
        shuffled(clauses, next).map((clause) => shuffled(clause, next)),
      );
      const verdicts = [first, second].map((solver) => solver.solve([], plenty));
      expect(verdicts, `seed ${seed}`).toEqual([verdicts[0], verdicts[0]]);
      if (verdicts[0] === "satisfiable")
        expect([first, second].map((solver) => unmet(solver, clauses))).toEqual([0, 0]);
      most = Math.max(most, first.conflicts);
    }
    // Otherwise no clause was ever forgotten.
    expect(most).toBeGreaterThan(4000);
  });

  it("agree on cardinality constraints and on the same cardinality constraints written as clauses", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const next = numbersFrom(seed);
      const size = 60;
      const guards = [2 * size, 2 * size + 2];
      const clauses = Array.from({ length: 120 }, () => randomLiterals(next, size, 3));
      const constraints = Array.from({ length: 30 }, (_, i) => ({
        literals: randomLiterals(next, size, 7),
        most: 2 + (i % 2),
        guard: i % 3 === 0 ? null : guards[i % 2]!,
      }));
      const counting = solverOf(size + guards.length, clauses);
      for (const { literals, most, guard } of constraints) counting.atMost(literals, most, guard ?? -1);
      const written = constraints.flatMap(({ literals, most, guard }) =>
        subsets(literals, most + 1).map((all) => [
          ...all.map((lit) => lit ^ 1),
          ...(guard === null ? [] : [guard ^ 1]),
        ]),
      );
      const plain = solverOf(size + guards.length, [...clauses, ...written]);
      for (const assumptions of [guards, [guards[0]!], [guards[1]!], []]) {
        const verdict = plain.solve(assumptions, plenty);
        expect(counting.solve(assumptions, plenty), `seed ${seed}`).toBe(verdict);
        if (verdict === "satisfiable") expect(unmet(counting, [...clauses, ...written])).toBe(0);
        else expect(plain.solve(counting.core, plenty)).toBe("unsatisfiable");
      }
    }
  });

  it("are the same every time, also in pieces", () => {
    const trace = (): unknown[] => {
      const next = numbersFrom(5);
      const solver = solverOf(
        130,
        Array.from({ length: 554 }, () => randomLiterals(next, 130, 3)),
      );
      const verdicts: unknown[] = [];
      for (let i = 0; i < 5; i++) verdicts.push(solver.solve([2 * i], 20_000), solver.ticks, solver.conflicts);
      solver.atMost([0, 2, 4, 6, 8], 2);
      return [...verdicts, solver.solve([], plenty), solver.ticks, solver.conflicts, solver.model, solver.core];
    };
    expect(trace()).toEqual(trace());
  });
});

describe("well-known sets", () => {
  it.each(["atMostOne", "atMost"] as const)("six pigeons do not fit into five holes, added by %s", (kind) => {
    const solver = new SatSolver();
    const pigeons = Array.from({ length: 6 }, () => Array.from({ length: 5 }, () => solver.variable()));
    for (const holes of pigeons.slice(1)) solver.add(...holes);
    for (let hole = 0; hole < 5; hole++) {
      const inside = pigeons.map((holes) => holes[hole]!);
      if (kind === "atMost") solver.atMost(inside, 1);
      else solver.atMostOne(inside);
    }
    expect(solver.solve([], plenty)).toBe("satisfiable");
    solver.add(...pigeons[0]!);
    expect([solver.solve([], plenty), solver.core]).toEqual(["unsatisfiable", []]);
  });

  it("a chain of different neighbours leaves its ends one choice", () => {
    const solver = new SatSolver();
    const chain = Array.from({ length: 300 }, () => solver.variable());
    for (let i = 1; i < chain.length; i++) {
      solver.add(chain[i - 1]!, chain[i]!);
      solver.add(chain[i - 1]! ^ 1, chain[i]! ^ 1);
    }
    const [first, last] = [chain[0]!, chain.at(-1)!];
    const alternating = chain.map((_, i) => (i % 2 === 0 ? 1 : -1));
    expect([solver.solve([first], plenty), modelOf(solver, chain)]).toEqual(["satisfiable", alternating]);
    expect(solver.solve([solver.variable(), first, last], plenty)).toBe("unsatisfiable");
    expect(solver.core.toSorted((a, b) => a - b)).toEqual([first, last]);
    expect([solver.solve([first ^ 1, last], plenty), modelOf(solver, [first, last])]).toEqual(["satisfiable", [-1, 1]]);
  });
});

function tell(solver: SatSolver, constraint: Constraint): void {
  if (constraint.kind === "clause") solver.add(...constraint.literals);
  else if (constraint.kind === "atMostOne") solver.atMostOne(constraint.literals);
  else solver.atMost(constraint.literals, constraint.most, constraint.guard ?? -1);
}

function askAndCheck(solver: SatSolver, added: Constraint[], assumptions: Literal[], budget: number): void {
  const verdict = solver.solve(assumptions, budget);
  if (verdict === "stopped" && budget < plenty) return;
  expect(verdict).toBe(hasModel(added, assumptions) ? "satisfiable" : "unsatisfiable");
  if (verdict === "satisfiable") {
    const holds = (lit: Literal): boolean => solver.model[lit >> 1]! > 0 === ((lit & 1) === 0);
    expect(added.filter((constraint) => !isKept(constraint, holds))).toEqual([]);
    expect(assumptions.filter((lit) => !holds(lit))).toEqual([]);
  } else {
    expect(solver.core.filter((lit) => !assumptions.includes(lit))).toEqual([]);
    expect(hasModel(added, solver.core), "the core holds").toBe(false);
  }
}

/** Tries every row of the truth table. */
function hasModel(added: Constraint[], assumptions: Literal[]): boolean {
  for (let row = 0; row < 1 << variables; row++) {
    const holds = (lit: Literal): boolean => ((row >> (lit >> 1)) & 1) !== (lit & 1);
    if (assumptions.every(holds) && added.every((constraint) => isKept(constraint, holds))) return true;
  }
  return false;
}

function isKept(constraint: Constraint, holds: (lit: Literal) => boolean): boolean {
  const count = constraint.literals.filter(holds).length;
  if (constraint.kind === "clause") return count > 0;
  if (constraint.kind === "atMostOne") return count <= 1;
  return count <= constraint.most || (constraint.guard !== null && !holds(constraint.guard));
}

function solverOf(size: number, clauses: Literal[][]): SatSolver {
  const solver = new SatSolver();
  for (let v = 0; v < size; v++) solver.variable();
  for (const clause of clauses) solver.add(...clause);
  return solver;
}

/** How many clauses the model does not meet. */
function unmet(solver: SatSolver, clauses: Literal[][]): number {
  const holds = (lit: Literal): boolean => solver.model[lit >> 1] === (lit & 1 ? -1 : 1);
  return clauses.filter((clause) => !clause.some(holds)).length;
}

function modelOf(solver: SatSolver, positive: Literal[]): number[] {
  return positive.map((lit) => solver.model[lit >> 1]!);
}

/** Of different variables. */
function randomLiterals(next: () => number, size: number, count: number): Literal[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(next() * size));
  return [...chosen].map((v) => 2 * v + (next() < 0.5 ? 0 : 1));
}

function shuffled<T>(list: T[], next: () => number): T[] {
  return list
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function subsets(list: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return list.flatMap((first, i) => subsets(list.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
}
