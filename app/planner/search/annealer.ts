import type { Model } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";
import { KempeChains, type Moves } from "#app/planner/search/chain.ts";
import { EjectionChains } from "#app/planner/search/ejection.ts";
import { compareScores, Objective, type Score } from "#app/planner/search/objective.ts";
import { State } from "#app/planner/search/state.ts";

// Measured on fairs of 70 to 80 people: hotter only wastes time, colder freezes before the gaps have closed.
const HOTTEST = 0.22;
const COLDEST = 0.12;
/** What the people of a chain not looked at yet may win back, at the most that is waited for. */
const PATIENCE = 1;
const POLISH_ROUND = 150_000;
const POLISH_PER_MEETING = 500;

/**
 * Simulated annealing over chains of meetings: rounds that each begin hot at the best timetable and cool slowly.
 * A round of polishing then makes the best one earlier without making it worse. Repeatable for a seed.
 */
export class Annealer {
  readonly state: State;
  private readonly objective: Objective;
  private readonly moves: Moves;
  private readonly random: Random;
  private readonly starts: Int32Array[];
  /** Meetings that have a choice. */
  private readonly movable: Int32Array;
  private round: number;
  private rounds = 0;
  private step = 0;
  private polishing = false;
  best: Int32Array;
  score: Score;
  /** Proposals so far. */
  iterations = 0;

  /**
   * @param start a timetable that keeps every rule but fairness, which is worked for
   * @param plan proposals in each round, the last one again and again
   */
  constructor(
    private readonly model: Model,
    start: Int32Array,
    seed: number,
    private readonly plan: readonly number[],
  ) {
    this.round = plan[0]!;
    this.state = new State(model);
    this.objective = new Objective(model, this.state);
    const simple = model.buffer === 0 && model.length.every((length) => length === 1);
    this.moves = simple
      ? new KempeChains(model, this.state, this.objective)
      : new EjectionChains(model, this.state, this.objective);
    this.random = new Random(seed);
    this.starts = Array.from({ length: model.meetings }, (_, m) => {
      const found: number[] = [];
      for (let slot = 0; slot < model.slots; slot++) if (model.allowed[m * model.slots + slot]) found.push(slot);
      return Int32Array.from(found);
    });
    this.movable = Int32Array.from(this.starts.keys()).filter((m) => this.starts[m]!.length > 1);
    this.best = start.slice();
    this.load(start);
    this.score = this.objective.score();
    if (!this.objective.isFair()) this.score.breaks = Number.POSITIVE_INFINITY;
  }

  /** Goes on from a timetable that another member found, when it is better. @returns whether it was */
  take(start: Int32Array, score: Score): boolean {
    if (compareScores(score, this.score) >= 0) return false;
    this.best = start.slice();
    this.score = score;
    return true;
  }

  /**
   * Makes `proposals` proposals.
   * @param stop asked every few thousand; true ends the call
   * @param target breaks that cannot be beaten: reaching them ends the call
   * @returns whether the best became better
   */
  run(proposals: number, target: number, stop: () => boolean): boolean {
    const { random, moves, state, starts, movable, objective } = this;
    if (movable.length === 0) return false;
    let improved = false;
    let temperature = this.temperature();
    for (let i = 0; i < proposals; i++) {
      if (this.step >= this.round) this.nextRound();
      if ((this.step & 1023) === 0) {
        temperature = this.temperature();
        if (stop()) break;
      }
      this.step++;
      this.iterations++;
      const m = movable[random.below(movable.length)]!;
      const choices = starts[m]!;
      const to = choices[random.below(choices.length)]!;
      if (to === state.start[m]) continue;
      // The Metropolis rule, drawn first: what costs more than this is not accepted.
      const most = -temperature * Math.log(1 - random.share());
      const cost = moves.propose(m, to, most + PATIENCE);
      if (cost === Number.POSITIVE_INFINITY) continue;
      if (cost > most) {
        moves.reject();
        continue;
      }
      moves.accept();
      if (this.model.fairness >= 0 && cost !== 0) objective.renew();
      if (state.breaks <= this.score.breaks && objective.beats(this.score) && this.keep()) {
        improved = true;
        if (state.breaks <= target && !this.polishing) break;
      }
    }
    return improved;
  }

  /** Makes the best timetable earlier, with a fixed amount of work. */
  polish(stop: () => boolean): void {
    this.load(this.best);
    this.polishing = true;
    this.objective.earlyWeight = 0.004;
    this.step = 0;
    this.round = Math.min(POLISH_ROUND, POLISH_PER_MEETING * this.model.meetings);
    this.run(this.round, -1, stop);
    this.objective.earlyWeight = 0;
    this.polishing = false;
  }

  private keep(): boolean {
    this.objective.renew();
    if (!this.objective.isFair()) return false;
    this.best.set(this.state.start);
    this.score = this.objective.score();
    return true;
  }

  private load(start: Int32Array): void {
    for (let m = 0; m < this.model.meetings; m++) if (this.state.start[m]! >= 0) this.state.lift(m);
    for (let m = 0; m < this.model.meetings; m++) this.state.place(m, start[m]!);
    this.objective.recount();
  }

  private nextRound(): void {
    this.step = 0;
    this.round = this.plan[Math.min(++this.rounds, this.plan.length - 1)]!;
    if (!this.polishing) this.load(this.best);
  }

  private temperature(): number {
    if (this.polishing) return 0.01;
    return HOTTEST * (COLDEST / HOTTEST) ** (this.step / this.round);
  }
}
