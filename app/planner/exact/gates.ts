import type { Literal } from "#app/planner/sat/assignment.ts";
import type { SatSolver } from "#app/planner/sat/solver.ts";
import { sure } from "#app/sure.ts";

/** What is added to a clause so that it holds only while its rule is switched on. */
export function unless(guard: Literal): Literal[] {
  return guard < 0 ? [] : [guard ^ 1];
}

/** A literal that is true exactly when one of these is. */
export function oneOf(solver: SatSolver, literals: Literal[], no: Literal): Literal {
  if (literals.length === 0) return no;
  if (literals.length === 1) return sure(literals[0]);
  const any = solver.variable();
  for (const literal of literals) solver.add(literal ^ 1, any);
  solver.add(any ^ 1, ...literals);
  return any;
}

/** "At least j of these are true" for j from 1 to `most`, in both directions (a sequential counter, Sinz 2005). */
export function atLeast(solver: SatSolver, literals: Literal[], most: number): Literal[] {
  let sums: Literal[] = [];
  for (const literal of literals) {
    const next: Literal[] = [];
    for (let j = 0; j < Math.min(most, sums.length + 1); j++) {
      const sum = solver.variable();
      const same = sums[j];
      const fewer = j === 0 ? null : sure(sums[j - 1]);
      if (same !== undefined) solver.add(same ^ 1, sum);
      solver.add(literal ^ 1, sum, ...(fewer === null ? [] : [fewer ^ 1]));
      solver.add(sum ^ 1, literal, ...(same === undefined ? [] : [same]));
      if (fewer !== null) solver.add(sum ^ 1, fewer, ...(same === undefined ? [] : [same]));
      next.push(sum);
    }
    sums = next;
  }
  for (let j = 1; j < sums.length; j++) solver.add(sure(sums[j]) ^ 1, sure(sums[j - 1]));
  return sums;
}
