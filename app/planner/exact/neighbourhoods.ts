import type { Model } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";
import type { Verdict } from "#app/planner/sat/solver.ts";
import { breaksIn } from "#app/planner/search/objective.ts";
import { sure } from "#app/sure.ts";

const KINDS = 4;
/** Of the people without a break: how many may get one, at the most, where they are spared. */
const MAX_UNSPARED = 0.2;
/** Of the meetings: how many may move at first, and at the least. */
const FIRST_SHARE = 0.45;
/** How much more where all that is near was seen to be no better, and how much less where that took too long. */
const WIDENED = 0.01;
const NARROWED = 0.02;

/** What of a timetable stays as it is. */
export interface Neighbourhood {
  /** By meeting: 1 where it may move. */
  mayMove: Uint8Array;
  /** People without a break who must not get one. */
  spared: number[];
}

/**
 * Draws the neighbourhoods of a timetable: the meetings of some of its slots may move, all others stay. The slots are
 * in a row or anywhere, by turns, and there are as many of them as can be searched through. Half of the neighbourhoods
 * also spare most of those who have no break, which lets the solver search through more of the others.
 */
export class Neighbourhoods {
  private readonly random: Random;
  /** By kind of neighbourhood: meetings that may move. */
  private readonly sizes: Float64Array;
  private kind = 0;

  constructor(
    private readonly model: Model,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.sizes = new Float64Array(KINDS).fill(model.meetings * FIRST_SHARE);
  }

  /** @param start a complete timetable, by meeting */
  draw(start: Int32Array): Neighbourhood {
    const { model } = this;
    this.kind = (this.kind + 1) % KINDS;
    const size = sure(this.sizes[this.kind]);
    const mayMove = new Uint8Array(model.meetings);
    let moving = 0;
    for (const slot of this.kind & 1 ? this.shuffled() : this.nearestFirst()) {
      if (moving >= size) break;
      for (let m = 0; m < model.meetings; m++) {
        if (start[m] !== slot) continue;
        mayMove[m] = 1;
        moving++;
      }
    }
    return { mayMove, spared: this.kind & 2 ? this.spared(start) : [] };
  }

  /** Makes the next neighbourhoods of this kind wider or narrower. @param verdict what came of the one drawn last */
  adjust(verdict: Verdict): void {
    const { meetings } = this.model;
    const size = sure(this.sizes[this.kind]);
    if (verdict === "unsatisfiable") this.sizes[this.kind] = Math.min(meetings, size + meetings * WIDENED);
    if (verdict === "stopped") this.sizes[this.kind] = Math.max(meetings * FIRST_SHARE, size - meetings * NARROWED);
  }

  private spared(start: Int32Array): number[] {
    const { model, random } = this;
    const share = 1 - random.share() * MAX_UNSPARED;
    const people: number[] = [];
    for (let p = 0; p < model.people; p++) {
      if (random.share() < share && breaksIn(model, start, p) === 0) people.push(p);
    }
    return people;
  }

  /** A random slot, those beside it, and so on. */
  private nearestFirst(): number[] {
    const { slots } = this.model;
    const middle = this.random.below(slots);
    const all = Array.from({ length: slots }, (_, slot) => slot);
    return all.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
  }

  private shuffled(): number[] {
    const all = Array.from({ length: this.model.slots }, (_, slot) => slot);
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.random.below(i + 1);
      [all[i], all[j]] = [sure(all[j]), sure(all[i])];
    }
    return all;
  }
}
