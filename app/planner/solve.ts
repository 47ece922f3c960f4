import { countReasons } from "#app/planner/counting.ts";
import { explainConflict } from "#app/planner/exact/explain-conflict.ts";
import { type Lane, laneCount, laneOf, merged, type News, nothing } from "#app/planner/lane.ts";
import { type Model, modelOf } from "#app/planner/model.ts";
import type { Reason, TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import { spreadOf } from "#app/planner/search/aims.ts";
import { Annealer } from "#app/planner/search/annealer.ts";
import { sentenceOf } from "#app/planner/sentences.ts";
import { tighten } from "#app/planner/tighten.ts";

export interface SolveOptions {
  /** Wall time in seconds; default 20. */
  seconds?: number;
  /** The same seed gives the same answer where proof or `turns` end the work; default 1. */
  seed?: number;
  /** Rounds of work after which to stop, each about a tenth of a second on every thread; default: no limit. */
  turns?: number;
  /** Told after every turn. */
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

const defaultSeconds = 20;
// What is kept of the time for polishing and for writing the answer.
const reserve = 0.25;
const mostReserved = 0.05;
/** The first turns are short, so that easy problems are answered at once. */
const firstEffort = 0.05;

/**
 * Solves a timetable problem in this thread.
 * @param problem a valid problem, as `readProblem` returns it
 * @returns the best timetable found in the time given, with what is proven of it
 */
export function solveTimetable(problem: TimetableProblem, options: SolveOptions = {}): TimetableAnswer {
  const clock = clockOf(options);
  const model = modelOf(problem);
  const reasons = impossible(model);
  if (reasons.length > 0) return noTimetable(reasons);
  const lanes: Lane[] = [];
  for (let lane = 0; lane < laneCount; lane++) lanes.push(laneFor(model, lane, options));
  let known = nothing();
  const pace = new TurnPace(options, clock);
  while (pace.goesOn(known)) {
    known = joined(lanes.map((lane) => lane.turn(pace.effort, known, clock.isOver)));
    pace.tell(known);
  }
  return answerOf(model, known, options, clock);
}

/**
 * The same with the other lanes at work elsewhere, side by side with the first one, which runs here.
 * @param others starts a turn of the other lanes; what it returns settles once they have ended it
 */
export async function solveBeside(
  problem: TimetableProblem,
  options: SolveOptions,
  others: (effort: number, told: News) => Promise<News[]>,
): Promise<TimetableAnswer> {
  const clock = clockOf(options);
  const model = modelOf(problem);
  const reasons = impossible(model);
  if (reasons.length > 0) return noTimetable(reasons);
  const first = laneFor(model, 0, options);
  let known = nothing();
  const pace = new TurnPace(options, clock);
  while (pace.goesOn(known)) {
    const elsewhere = others(pace.effort, known);
    const here = first.turn(pace.effort, known, clock.isOver);
    known = joined([here, ...(await elsewhere)]);
    pace.tell(known);
  }
  return answerOf(model, known, options, clock);
}

/** A lane that works elsewhere, for a problem that counting does not show to be impossible. */
export function laneElsewhere(problem: TimetableProblem, lane: number, options: SolveOptions): Lane {
  const model = modelOf(problem);
  impossible(model);
  return laneFor(model, lane, options);
}

function laneFor(model: Model, lane: number, { seed = 1, seconds = defaultSeconds }: SolveOptions): Lane {
  return laneOf(model, lane, seed, seconds);
}

/** Why counting shows that there is no timetable; empty where it does not. Tightens the model. */
function impossible(model: Model): Reason[] {
  const counted = countReasons(model);
  if (counted.length > 0) return counted;
  const chain = tighten(model);
  if (chain) return [chain];
  return countReasons(model);
}

function joined(reports: News[]): News {
  return reports.reduce((all, report) => merged(all, report), nothing());
}

/** When the time for searching is over. */
interface Clock {
  /** Seconds. */
  left(): number;
  isOver(): boolean;
  isAtEnd(): boolean;
}

function clockOf({ seconds = defaultSeconds, isCancelled }: SolveOptions): Clock {
  const end = performance.now() + seconds * 1000;
  const searchEnd = end - 1000 * Math.min(reserve, seconds * mostReserved);
  return {
    left: () => Math.max(0, (end - performance.now()) / 1000),
    isOver: () => performance.now() >= searchEnd || isCancelled?.() === true,
    isAtEnd: () => performance.now() >= end,
  };
}

/** Decides after each turn whether another one follows, and how long it is. */
class TurnPace {
  effort = firstEffort;
  private turns = 0;

  constructor(
    private readonly options: SolveOptions,
    private readonly clock: Clock,
  ) {}

  goesOn(known: News): boolean {
    const { turns = Number.POSITIVE_INFINITY } = this.options;
    return !known.isDone && !known.isInfeasible && this.turns < turns && !this.clock.isOver();
  }

  tell(known: News): void {
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

function answerOf(model: Model, known: News, options: SolveOptions, clock: Clock): TimetableAnswer {
  if (known.isInfeasible) return noTimetable([explainConflict(model.problem, clock.isOver)]);
  if (!known.start) {
    return { ...noTimetable([]), status: "unknown", lowerBound: known.bound };
  }
  const polisher = new Annealer(model, known.start, options.seed ?? 1, [1]);
  polisher.polish(clock.isAtEnd);
  const { best: start, score } = polisher;
  return {
    status: known.isDone ? "optimal" : "feasible",
    breaks: score.breaks,
    spread: spreadOf(model, start),
    lowerBound: Math.min(known.bound, score.breaks),
    told: model.hasPrevious ? score.told : null,
    preferencesMissed: model.hasPreferences ? score.missed : null,
    placements: model.problem.meetings.map(({ id }, m) => ({ meeting: id, slot: start[m]! + 1 })),
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
    told: null,
    preferencesMissed: null,
    placements: [],
    why: reasons.map(sentenceOf),
    reasons,
  };
}
