import type { Rule } from "#app/planner/problem.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import type { SatSolver } from "#app/planner/sat/solver.ts";

/** The problem in clauses and cardinality constraints. What each literal means: */
export interface Encoding {
  solver: SatSolver;
  guard: (rule: Rule) => Literal;
  /** Meetings by slots: "starts here", or -1 where it may not. */
  start: Int32Array;
  /** By person and slot: "is in a meeting"; a literal that never holds where that cannot be. */
  busy: Literal[][];
  /** By person and slot, within its part: "was in a meeting by then", "is in one then or later". Empty for some. */
  begun: Literal[][];
  due: Literal[][];
  /** By person and number: "has at least j + 1 breaks". */
  breaks: Literal[][];
  /** By person: "must be notified"; empty without a previous timetable. */
  notified: Literal[];
  /** "Starts here", as many times as attendees would rather have another time. */
  missed: Literal[];
}

/** What switches a rule on: a literal, or -1 for a rule that always holds. */
export type Guard = (rule: Rule, solver: SatSolver) => Literal;
