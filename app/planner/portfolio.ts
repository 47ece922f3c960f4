import { crowdingBound } from "#app/planner/bound/crowding-bound.ts";
import { Prover } from "#app/planner/exact/prover.ts";
import type { Model } from "#app/planner/model.ts";
import { Annealer } from "#app/planner/search/annealer.ts";
import { Constructor } from "#app/planner/search/construct.ts";
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

export const PORTFOLIO_SIZE = 2;
export const DEFAULT_SECONDS = 20;
export const DEFAULT_SEED = 1;
const PROPOSALS_PER_TURN = 300_000;
const PLACEMENTS_PER_TURN = 3_000;
const TICKS_PER_TURN = 600_000;
/** Starts of all meetings together above which the clauses would not fit into a moment and some memory. */
const MAX_FOR_PROOF = 60_000;
/** What a thread manages at the least on an ordinary machine. */
const PROPOSALS_PER_SECOND = 2e6;

/** Nothing known yet. */
export function noIncumbent(): Incumbent {
  return { start: null, score: null, bound: 0, isInfeasible: false, isDone: false, iterations: 0 };
}

/**
 * The first member searches; the second proves, and searches with what is left of its turns.
 * @param seconds planned for all, which decides how slowly the search cools
 */
export function portfolioMember(
  model: Model,
  member: number,
  { seed = DEFAULT_SEED, seconds = DEFAULT_SECONDS }: { seed?: number; seconds?: number },
): Member {
  const proposals = seconds * PROPOSALS_PER_SECOND;
  // A quick round for the easy ones, a middle one, and one that takes its time: that finds most where it is hard.
  if (member === 0) return new Searching(model, seed, [2e6, 8e6, Math.max(8e6, proposals - 10e6)]);
  const second = new Searching(model, seed ^ 0x5bd1e995, [4e6, Math.max(8e6, proposals / 2 - 4e6)]);
  const choices = model.allowed.reduce((sum, start) => sum + start, 0);
  return choices > MAX_FOR_PROOF ? second : new Proving(model, second);
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

class Searching implements Member {
  private constructing: Constructor | null;
  private annealer: Annealer | null = null;

  constructor(
    private readonly model: Model,
    private readonly seed: number,
    private readonly plan: readonly number[],
  ) {
    this.constructing = new Constructor(model, seed);
  }

  turn(effort: number, incumbent: Incumbent, stop: () => boolean): Incumbent {
    if (!this.annealer) {
      const start = incumbent.start ?? this.constructing?.run(Math.ceil(PLACEMENTS_PER_TURN * effort), stop) ?? null;
      if (!start) return noIncumbent();
      this.constructing = null;
      this.annealer = new Annealer(this.model, start, this.seed, this.plan);
    }
    const { annealer } = this;
    if (incumbent.start && incumbent.score) annealer.take(incumbent.start, incumbent.score);
    annealer.run(Math.ceil(PROPOSALS_PER_TURN * effort), incumbent.bound, stop);
    // A timetable that is not fair yet has no finite number of breaks.
    if (annealer.score.breaks === Number.POSITIVE_INFINITY)
      return { ...noIncumbent(), iterations: annealer.iterations };
    return { ...noIncumbent(), start: annealer.best.slice(), score: annealer.score, iterations: annealer.iterations };
  }
}

class Proving implements Member {
  private readonly prover: Prover;
  private idleTurns = 0;

  constructor(
    model: Model,
    private readonly searching: Searching,
  ) {
    this.prover = new Prover(model, crowdingBound(model));
  }

  turn(effort: number, incumbent: Incumbent, stop: () => boolean): Incumbent {
    const { prover } = this;
    if (incumbent.start && incumbent.score) prover.learn(incumbent.start, incumbent.score);
    // Once proofs take long, most of the turns go to a second search.
    const isProving = !prover.score || this.idleTurns < 20 || this.idleTurns % 4 === 0;
    this.idleTurns++;
    let found = noIncumbent();
    if (isProving) {
      if (prover.run(Math.ceil(TICKS_PER_TURN * effort), stop)) this.idleTurns = 0;
    } else {
      found = this.searching.turn(effort, incumbent, stop);
    }
    return merged(
      {
        start: prover.best,
        score: prover.score,
        bound: prover.bound,
        isInfeasible: prover.isInfeasible,
        isDone: prover.isDone,
        iterations: 0,
      },
      found,
    );
  }
}
