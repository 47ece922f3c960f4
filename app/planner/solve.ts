import { explainConflict } from "#app/planner/exact/explain-conflict.ts";
import { type Incumbent, type Member, merged, noIncumbent } from "#app/planner/incumbent.ts";
import { type Model, modelOf } from "#app/planner/model.ts";
import { DEFAULT_SECONDS, DEFAULT_SEED, PORTFOLIO_SIZE, portfolioMember } from "#app/planner/portfolio.ts";
import { presolve } from "#app/planner/presolve/presolve.ts";
import type { Reason, TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import { Annealer } from "#app/planner/search/annealer.ts";
import { spreadOf } from "#app/planner/search/objective.ts";
import { sentenceOf } from "#app/planner/sentences.ts";
import { sure } from "#app/sure.ts";

export interface SolveOptions {
  /** Wall time in seconds; default 20. */
  seconds?: number;
  /** The same seed gives the same answer where proof or `turns` end the work; default 1. */
  seed?: number;
  /** Rounds of work after which to stop, each about a tenth of a second on every thread; default: no limit. */
  turns?: number;
  /** Called after every turn. */
  onProgress?: (progress: Progress) => void;
  /** Asked often; true ends the work with the best so far. */
  isCancelled?: () => boolean;
}

export interface Progress {
  /** Proposals of local search so far, on all threads. */
  iteration: number;
  /** Breaks of the best timetable so far; null while there is none. */
  best: number | null;
  /** Proven: no timetable has fewer breaks. */
  bound: number;
  secondsLeft: number;
}

// What is kept of the time for polishing and for writing the answer.
const RESERVED_SECONDS = 0.25;
const MAX_RESERVED_SHARE = 0.05;
/** The first turns are short, so that easy problems are answered at once. */
const FIRST_EFFORT = 0.05;

/**
 * Solves a timetable problem in this thread.
 * @param problem a valid problem, as `readProblem` returns it
 * @returns the best timetable found in the time given, with what is proven of it
 */
export function solveTimetable(problem: TimetableProblem, options: SolveOptions = {}): TimetableAnswer {
  const clock = clockOf(options);
  const model = modelOf(problem);
  const reasons = presolve(model);
  if (reasons.length > 0) return noTimetable(reasons);
  const members = Array.from({ length: PORTFOLIO_SIZE }, (_, member) => portfolioMember(model, member, options));
  let known = noIncumbent();
  const schedule = new TurnSchedule(options, clock);
  while (schedule.goesOn(known)) {
    known = joined(members.map((member) => member.turn(schedule.effort, known, clock.isOver)));
    schedule.turned(known);
  }
  return answerOf(model, known, options, clock);
}

/**
 * The same with the other members in threads of their own, beside the first one, which runs here.
 * @param others starts a turn of the other members; what it returns settles once they have ended it
 */
export async function solveBeside(
  problem: TimetableProblem,
  options: SolveOptions,
  others: (effort: number, incumbent: Incumbent) => Promise<Incumbent[]>,
): Promise<TimetableAnswer> {
  const clock = clockOf(options);
  const model = modelOf(problem);
  const reasons = presolve(model);
  if (reasons.length > 0) return noTimetable(reasons);
  const first = portfolioMember(model, 0, options);
  let known = noIncumbent();
  const schedule = new TurnSchedule(options, clock);
  while (schedule.goesOn(known)) {
    const theirs = others(schedule.effort, known);
    const ours = first.turn(schedule.effort, known, clock.isOver);
    known = joined([ours, ...(await theirs)]);
    schedule.turned(known);
  }
  return answerOf(model, known, options, clock);
}

/** A member for a thread of its own, of a problem that presolve does not show to be impossible. */
export function memberOf(problem: TimetableProblem, member: number, options: SolveOptions): Member {
  const model = modelOf(problem);
  presolve(model);
  return portfolioMember(model, member, options);
}

function joined(reports: Incumbent[]): Incumbent {
  return reports.reduce((all, report) => merged(all, report), noIncumbent());
}

/** When the time for searching is over. */
interface Clock {
  /** Seconds. */
  left(): number;
  isOver(): boolean;
  isAtEnd(): boolean;
}

/** How much of a time limit is for searching, in milliseconds. @param seconds the whole */
export function searchingTime(seconds: number): number {
  return 1000 * (seconds - Math.min(RESERVED_SECONDS, seconds * MAX_RESERVED_SHARE));
}

function clockOf({ seconds = DEFAULT_SECONDS, isCancelled }: SolveOptions): Clock {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const searchEnd = begin + searchingTime(seconds);
  return {
    left: () => Math.max(0, (end - performance.now()) / 1000),
    isOver: () => performance.now() >= searchEnd || isCancelled?.() === true,
    isAtEnd: () => performance.now() >= end,
  };
}

/** Decides after each turn whether another one follows, and how long it is. */
class TurnSchedule {
  effort = FIRST_EFFORT;
  private turns = 0;

  constructor(
    private readonly options: SolveOptions,
    private readonly clock: Clock,
  ) {}

  goesOn(known: Incumbent): boolean {
    const { turns = Number.POSITIVE_INFINITY } = this.options;
    return !known.isDone && !known.isInfeasible && this.turns < turns && !this.clock.isOver();
  }

  turned(known: Incumbent): void {
    this.turns++;
    this.effort = Math.min(1, this.effort * 1.5);
    this.options.onProgress?.({
      iteration: known.iterations,
      best: known.score?.breaks ?? null,
      bound: known.bound,
      secondsLeft: this.clock.left(),
    });
  }
}

function answerOf(model: Model, known: Incumbent, options: SolveOptions, clock: Clock): TimetableAnswer {
  if (known.isInfeasible) return noTimetable([explainConflict(model.problem, clock.isOver)]);
  if (!known.start) {
    return { ...noTimetable([]), status: "unknown", lowerBound: known.bound };
  }
  const polisher = new Annealer(model, known.start, options.seed ?? DEFAULT_SEED, [1]);
  polisher.polish(clock.isAtEnd);
  const { best: start, score } = polisher;
  return {
    status: known.isDone ? "optimal" : "feasible",
    breaks: score.breaks,
    spread: spreadOf(model, start),
    lowerBound: Math.min(known.bound, score.breaks),
    notified: model.hasPrevious ? score.notified : null,
    preferencesMissed: model.hasPreferences ? score.missed : null,
    placements: model.problem.meetings.map(({ id }, m) => ({ meeting: id, slot: sure(start[m]) + 1 })),
    why: [],
    reasons: [],
  };
}

function noTimetable(reasons: Reason[]): TimetableAnswer {
  return {
    status: "infeasible",
    breaks: null,
    spread: null,
    lowerBound: 0,
    notified: null,
    preferencesMissed: null,
    placements: [],
    why: reasons.map(sentenceOf),
    reasons,
  };
}
