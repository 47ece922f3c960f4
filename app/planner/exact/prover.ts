import type { Forced } from "#app/planner/bound/forced.ts";
import { encode } from "#app/planner/exact/encode.ts";
import type { Encoding } from "#app/planner/exact/encoding.ts";
import { idleIn } from "#app/planner/exact/hours.ts";
import { foundStarts, preferStarts } from "#app/planner/exact/starts.ts";
import type { Incumbent } from "#app/planner/incumbent.ts";
import type { Model } from "#app/planner/model.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import type { Verdict } from "#app/planner/sat/solver.ts";
import { type Score, scoreOf } from "#app/planner/search/objective.ts";
import { sure } from "#app/sure.ts";

/** What is minimised, in its order; each is minimised among the timetables that are best in those before it. */
const OBJECTIVES = ["breaks", "notified", "missed"] as const;
const FIRST_BUDGET = 200_000;

/**
 * Proves by search in clauses what local search cannot: that there is no timetable, that none has fewer breaks, and
 * then the same of people to notify and of preferences. On the way it finds timetables too. It asks by turns whether
 * the lower bound can be met, which raises the bound when not, and whether the best known can be beaten.
 */
export class Prover {
  private readonly encoding: Encoding;
  private readonly literals: Record<(typeof OBJECTIVES)[number], Literal[]>;
  private readonly guards = new Map<string, Literal>();
  private stage = 0;
  private lower = 0;
  private effort = FIRST_BUDGET;
  private asksToBeat = false;
  /** Best known, its own or given by `learn`. */
  best: Int32Array | null = null;
  score: Score | null = null;
  /** No timetable has fewer breaks. */
  bound = 0;
  isInfeasible = false;
  /** Everything that is asked for is proven to be best. */
  isDone = false;
  /** A person may have more breaks than are distinguished, so meeting the bound proves nothing. */
  private isLoose = false;

  /** @param forced what prices prove */
  constructor(
    private readonly model: Model,
    private readonly forced: Forced,
  ) {
    this.lower = forced.bound;
    this.bound = forced.bound;
    this.encoding = encode(model);
    const { breaks, notified, missed } = this.encoding;
    this.literals = { breaks: breaks.flat(), notified, missed };
  }

  get ticks(): number {
    return this.encoding.solver.ticks;
  }

  /** Takes what another member found and proved, where it is better. */
  take({ start, score, bound }: Incumbent): void {
    if (this.isDone) return;
    if (bound > this.bound) {
      this.bound = bound;
      if (this.objective === "breaks") this.lower = bound;
    }
    if (start && score && (!this.score || this.isBetter(score, this.score))) this.remember(start.slice(), score);
    this.settle();
  }

  /** What is found and proven so far. */
  incumbent(): Incumbent {
    const { best, score, bound, isInfeasible, isDone } = this;
    return { start: best, score, bound, isInfeasible, isDone, iterations: 0 };
  }

  /**
   * Works until `budget` ticks are used up, everything is proven, or `stop` says so.
   * @returns whether anything is new
   */
  run(budget: number, stop: () => boolean): boolean {
    const end = this.ticks + budget;
    let isNew = false;
    while (this.ticks < end && !this.isDone && !this.isInfeasible && !stop()) {
      if (this.ask(Math.min(this.effort, end - this.ticks), stop)) isNew = true;
    }
    return isNew;
  }

  /** Whether a timetable is known that is not proven to be best, and a better one could be told from it. */
  get canImprove(): boolean {
    return this.score !== null && !this.isDone && !this.isInfeasible && !this.isLoose;
  }

  /** "Starts here", by meetings and slots. */
  startsAt(at: number): Literal {
    return sure(this.encoding.start[at]);
  }

  /** "Is not in a meeting then" of a person, in as few literals as may be. @param idle by slot: 1 where it must hold */
  isIdle(p: number, idle: Uint8Array): Literal[] {
    return idleIn(this.model, this.encoding, p, idle);
  }

  /** "Has no break"; nothing where somebody never has one. */
  withoutBreak(p: number): Literal[] {
    return sure(this.encoding.breaks[p])
      .slice(0, 1)
      .map((some) => some ^ 1);
  }

  /**
   * Asks whether the best known can be beaten while some literals hold; a timetable must be known.
   * @param wanted what is tried first
   */
  beat(literals: Literal[], wanted: Int32Array, budget: number, stop: () => boolean): Verdict {
    const { solver } = this.encoding;
    const goal = sure(this.score)[this.objective] - 1;
    const guard = this.guardFor(goal);
    preferStarts(this.model, this.encoding, wanted);
    const verdict = solver.solve([guard, ...literals], budget, stop);
    if (verdict === "satisfiable") this.found();
    else if (verdict === "unsatisfiable" && solver.core.every((literal) => literal === guard)) this.raise(goal);
    this.settle();
    return verdict;
  }

  /**
   * Looks for a timetable no worse in the present objective than the best known, while some literals hold.
   * @param wanted what is tried first
   */
  match(literals: Literal[], wanted: Int32Array, budget: number, stop: () => boolean): Int32Array | null {
    const guard = this.guardFor(sure(this.score)[this.objective]);
    preferStarts(this.model, this.encoding, wanted);
    const verdict = this.encoding.solver.solve([guard, ...literals], budget, stop);
    return verdict === "satisfiable" ? foundStarts(this.model, this.encoding) : null;
  }

  private ask(budget: number, stop: () => boolean): boolean {
    const { solver } = this.encoding;
    if (!this.score) {
      const verdict = solver.solve([], budget, stop);
      if (verdict === "unsatisfiable") this.isInfeasible = true;
      if (verdict === "satisfiable") {
        this.found();
        this.settle();
      }
      return verdict !== "stopped";
    }
    if (this.isLoose) {
      // Nothing more can be proven.
      this.encoding.solver.ticks += budget;
      return false;
    }
    const goal = this.asksToBeat ? this.score[this.objective] - 1 : this.lower;
    const guard = this.guardFor(goal);
    const verdict = solver.solve([guard], budget, stop);
    if (verdict === "stopped") {
      // Turn about, with more patience every second time.
      if (this.asksToBeat) this.effort *= 2;
      this.asksToBeat = !this.asksToBeat && this.score[this.objective] - 1 > this.lower;
      return false;
    }
    if (verdict === "unsatisfiable") this.raise(goal);
    else this.found();
    this.effort = FIRST_BUDGET;
    this.settle();
    return true;
  }

  /** No timetable has `goal` or less of the present objective. */
  private raise(goal: number): void {
    this.encoding.solver.add(this.guardFor(goal) ^ 1);
    this.lower = goal + 1;
    if (this.objective === "breaks") this.bound = this.lower;
  }

  private get objective(): (typeof OBJECTIVES)[number] {
    return sure(OBJECTIVES[this.stage]);
  }

  /** Goes to the next objective while the best known meets the bound of this one. */
  private settle(): void {
    while (!this.isDone && this.score && this.score[this.objective] <= this.lower && !this.isLoose) {
      const guard = this.guardFor(this.lower);
      this.encoding.solver.add(guard);
      this.stage++;
      while (this.stage < OBJECTIVES.length && this.literals[this.objective].length === 0) this.stage++;
      this.lower = 0;
      this.asksToBeat = false;
      if (this.stage === OBJECTIVES.length) this.isDone = true;
    }
  }

  /** "At most so many" for the present objective, as an assumption. */
  private guardFor(most: number): Literal {
    const key = `${this.objective} ${most}`;
    const known = this.guards.get(key);
    if (known !== undefined) return known;
    const { solver } = this.encoding;
    const guard = solver.variable();
    solver.atMost(this.literals[this.objective], most, guard);
    if (this.objective === "breaks") this.force(most, guard);
    this.guards.set(key, guard);
    return guard;
  }

  /** With so few breaks, some people must be in meetings in some slots, in none in others, or without a break. */
  private force(most: number, guard: Literal): void {
    const { solver, busy, breaks } = this.encoding;
    for (const { p, slot, isBusy } of this.forced.hours(most)) {
      const literal = sure(busy[p]?.[slot]);
      solver.add(guard ^ 1, isBusy ? literal : literal ^ 1);
    }
    for (const p of this.forced.unbroken(most)) {
      const some = breaks[p]?.[0];
      if (some !== undefined) solver.add(guard ^ 1, some ^ 1);
    }
  }

  private found(): void {
    const start = foundStarts(this.model, this.encoding);
    const score = scoreOf(this.model, start);
    // What is asked for is always better than the best known: if this is not, it was counted wrong.
    if (!this.score || this.isBetter(score, this.score)) this.remember(start, score);
    else this.isLoose = true;
  }

  private isBetter(a: Score, b: Score): boolean {
    return (a.breaks - b.breaks || a.notified - b.notified || a.missed - b.missed) < 0;
  }

  private remember(start: Int32Array, score: Score): void {
    this.best = start;
    this.score = score;
    preferStarts(this.model, this.encoding, start);
  }
}
