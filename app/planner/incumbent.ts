import { compareScores, type Score } from "#app/planner/search/objective.ts";

/** The best known so far and what is proven of it: what a member has after a turn, or is given before one. */
export interface Incumbent {
  start: Int32Array | null;
  score: Score | null;
  /** Proven: no timetable has fewer breaks. */
  bound: number;
  isInfeasible: boolean;
  /** The score is proven to be best in all that was asked for. */
  isDone: boolean;
  /** Proposals of local search so far. */
  iterations: number;
}

/**
 * One of the solvers that work on a problem side by side and give each other their incumbents after each turn. What a
 * turn does depends on nothing but the turns before and what was given, not on time: members in threads and members
 * one after the other give the same answers.
 */
export interface Member {
  /**
   * @param effort 1: about a tenth of a second
   * @param stop true ends the turn early; only then do runs differ
   */
  turn(effort: number, incumbent: Incumbent, stop: () => boolean): Incumbent;
}

/** Nothing known yet. */
export function noIncumbent(): Incumbent {
  return { start: null, score: null, bound: 0, isInfeasible: false, isDone: false, iterations: 0 };
}

/** Joins what two members know; of equal timetables the first one stays. */
export function merged(a: Incumbent, b: Incumbent): Incumbent {
  const takesB = b.score !== null && (a.score === null || compareScores(b.score, a.score) < 0);
  return {
    start: takesB ? b.start : a.start,
    score: takesB ? b.score : a.score,
    bound: Math.max(a.bound, b.bound),
    isInfeasible: a.isInfeasible || b.isInfeasible,
    isDone: a.isDone || b.isDone,
    iterations: a.iterations + b.iterations,
  };
}
