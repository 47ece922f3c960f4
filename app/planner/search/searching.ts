import { type Incumbent, type Member, noIncumbent } from "#app/planner/incumbent.ts";
import type { Model } from "#app/planner/model.ts";
import { Annealer } from "#app/planner/search/annealer.ts";
import { Constructor } from "#app/planner/search/construct.ts";

// Members wait for each other after each turn: this is longer than a turn of clauses on small fairs, shorter on large.
const PROPOSALS_PER_TURN = 500_000;
const PLACEMENTS_PER_TURN = 3_000;

/** A member that makes a first timetable and anneals it. */
export class Searching implements Member {
  private constructing: Constructor | null;
  private annealer: Annealer | null = null;

  /** @param plan proposals in each round, the last one again and again */
  constructor(
    private readonly model: Model,
    private readonly seed: number,
    private readonly plan: readonly number[],
  ) {
    this.constructing = new Constructor(model, seed);
  }

  /** Proposals so far. */
  get iterations(): number {
    return this.annealer?.iterations ?? 0;
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
