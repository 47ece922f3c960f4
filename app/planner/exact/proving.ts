import { crowdingBound } from "#app/planner/bound/crowding-bound.ts";
import { Forced } from "#app/planner/bound/forced.ts";
import { Nearby } from "#app/planner/exact/nearby.ts";
import { Prover } from "#app/planner/exact/prover.ts";
import { type Incumbent, type Member, merged, noIncumbent } from "#app/planner/incumbent.ts";
import type { Model } from "#app/planner/model.ts";
import type { Searching } from "#app/planner/search/searching.ts";

export const TICKS_PER_TURN = 600_000;
/** Turns of proof without anything new after which only every so manieth turn is one. */
const PROVING_TURNS = 20;
const PROVING_CYCLE = 4;

/** A member that proves and, once proofs take long, looks near the best known for something better. */
export class Proving implements Member {
  private readonly prover: Prover;
  private readonly nearby: Nearby;
  private idleTurns = 0;

  /** @param searching what is done where the clauses cannot tell better from worse */
  constructor(
    model: Model,
    private readonly searching: Searching,
    seed: number,
  ) {
    this.prover = new Prover(model, new Forced(model, crowdingBound(model)));
    this.nearby = new Nearby(model, this.prover, seed);
  }

  turn(effort: number, incumbent: Incumbent, stop: () => boolean): Incumbent {
    const { prover, nearby } = this;
    prover.take(incumbent);
    const budget = Math.ceil(TICKS_PER_TURN * effort);
    const isProving = !prover.score || this.idleTurns < PROVING_TURNS || this.idleTurns % PROVING_CYCLE === 0;
    this.idleTurns++;
    let found = { ...noIncumbent(), iterations: this.searching.iterations };
    if (isProving) {
      if (prover.run(budget, stop)) this.idleTurns = 0;
    } else if (prover.canImprove) nearby.run(budget, stop);
    else found = this.searching.turn(effort, incumbent, stop);
    return merged(prover.incumbent(), found);
  }
}
