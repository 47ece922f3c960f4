import { Neighbourhoods } from "#app/planner/exact/neighbourhoods.ts";
import type { Prover } from "#app/planner/exact/prover.ts";
import type { Model } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import { sure } from "#app/sure.ts";

// In ticks: how long a neighbourhood is searched for something better, and for something as good.
const PATIENCE = 300_000;
const PATIENCE_ASIDE = 100_000;
/** On the way aside, about one in so many of the meetings that may move is tried first where it is. */
const KEPT_ONE_IN = 4;

/**
 * Looks for something better near the best known (large neighbourhood search, Shaw 1998), with the clauses: most
 * of it may change, the rest stays, and the solver says whether that can be better. Where it cannot, every second
 * time it goes on from another timetable of that neighbourhood that is as good.
 */
export class Nearby {
  private readonly neighbourhoods: Neighbourhoods;
  private readonly random: Random;
  /** The best known, and one as good from which neighbourhoods are drawn. */
  private best: Int32Array | null = null;
  private base: Int32Array | null = null;

  constructor(
    private readonly model: Model,
    private readonly prover: Prover,
    seed: number,
  ) {
    this.neighbourhoods = new Neighbourhoods(model, seed);
    this.random = new Random(seed ^ 0x2545f491);
  }

  /**
   * Works for about `budget` ticks, or until everything is proven or `stop` says so. A timetable must be known.
   * @returns whether anything is new
   */
  run(budget: number, stop: () => boolean): boolean {
    const { prover } = this;
    const end = prover.ticks + budget;
    let isNew = false;
    while (prover.ticks < end && prover.canImprove && !stop()) {
      if (this.step(stop)) isNew = true;
    }
    return isNew;
  }

  private step(stop: () => boolean): boolean {
    const { prover, neighbourhoods, random } = this;
    if (this.best !== prover.best || !this.base) this.best = this.base = sure(prover.best);
    const { mayMove, idle, spared } = neighbourhoods.draw(this.base);
    const staying = this.staying(mayMove, idle);
    const { bound } = prover;
    const verdict = prover.beat(
      [...spared.flatMap((p) => prover.withoutBreak(p)), ...staying],
      this.base,
      PATIENCE,
      stop,
    );
    neighbourhoods.adjust(verdict);
    if (verdict === "satisfiable" || prover.bound > bound || !prover.canImprove) return true;
    if (random.below(2) === 0) {
      const wanted = this.base.map((slot, m) =>
        mayMove[m] && random.below(KEPT_ONE_IN) > 0 ? random.below(this.model.slots) : slot,
      );
      this.base = prover.match(staying, wanted, PATIENCE_ASIDE, stop) ?? this.base;
    }
    return false;
  }

  private staying(mayMove: Uint8Array, idle: Uint8Array): Literal[] {
    const { people, slots } = this.model;
    const literals: Literal[] = [];
    for (const [m, slot] of sure(this.base).entries())
      if (!mayMove[m]) literals.push(this.prover.startsAt(m * slots + slot));
    for (let p = 0; p < people; p++) literals.push(...this.prover.isIdle(p, idle.subarray(p * slots, (p + 1) * slots)));
    return literals;
  }
}
