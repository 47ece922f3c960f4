import { crowdingBound } from "#app/planner/bound/crowding-bound.ts";
import { Forced } from "#app/planner/bound/forced.ts";
import { Nearby } from "#app/planner/exact/nearby.ts";
import { Prover } from "#app/planner/exact/prover.ts";
import { TICKS_PER_TURN } from "#app/planner/exact/proving.ts";
import { type Incumbent, type Member, merged, noIncumbent } from "#app/planner/incumbent.ts";
import type { Model } from "#app/planner/model.ts";
import type { Searching } from "#app/planner/search/searching.ts";

/** Turns of annealing before the first look near the best known, which every so manieth turn later is not. */
const FIRST_TURNS = 12;
const SEARCHING_CYCLE = 4;

/** A member that anneals, then looks near the best known with clauses of its own and goes on annealing by turns. */
export class Improving implements Member {
  private nearby: { prover: Prover; nearby: Nearby } | null = null;
  private turns = 0;

  constructor(
    private readonly model: Model,
    private readonly searching: Searching,
    private readonly seed: number,
  ) {}

  turn(effort: number, incumbent: Incumbent, stop: () => boolean): Incumbent {
    const { searching } = this;
    this.turns++;
    if (this.turns <= FIRST_TURNS || this.turns % SEARCHING_CYCLE === 0 || !incumbent.score)
      return searching.turn(effort, incumbent, stop);
    this.nearby ??= this.begun();
    const { prover, nearby } = this.nearby;
    prover.take(incumbent);
    if (!prover.canImprove) return merged(prover.incumbent(), searching.turn(effort, incumbent, stop));
    nearby.run(Math.ceil(TICKS_PER_TURN * effort), stop);
    return merged(prover.incumbent(), { ...noIncumbent(), iterations: searching.iterations });
  }

  private begun() {
    const prover = new Prover(this.model, new Forced(this.model, crowdingBound(this.model)));
    return { prover, nearby: new Nearby(this.model, prover, this.seed) };
  }
}
