import { acquaintedFirst } from "#app/planner/exact/acquainted.ts";
import type { Model } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";
import type { Verdict } from "#app/planner/sat/solver.ts";
import { breaksIn } from "#app/planner/search/objective.ts";
import { sure } from "#app/sure.ts";

const KINDS = 4;
/** Of the people without a break: how many may get one, at the most, where they are spared. */
const MAX_UNSPARED = 0.2;
/** How wide neighbourhoods are at first, and at the least; 1 is everything. */
const FIRST_WIDTH = 0.45;
const LEAST_WIDTH = 0.1;
/** How much wider where all that is near was seen to be no better, and how much narrower where that took too long. */
const WIDENED = 0.01;
const NARROWED = 0.02;
/** Width at which all people may be busy one slot beside their hours. */
const ALL_BESIDE = 0.5;
/** Of all people: how many are not bound to their hours, at the least. */
const LEAST_UNBOUND = 0.1;

/** What of a timetable stays as it is. */
export interface Neighbourhood {
  /** By meeting: 1 where it may move. */
  mayMove: Uint8Array;
  /** People by slots: 1 where somebody must not be in a meeting. */
  idle: Uint8Array;
  /** People without a break who must not get one. */
  spared: number[];
}

/**
 * Draws the neighbourhoods of a timetable, as wide as can be searched through. Two kinds are taken by turns:
 * - by slots: the meetings of some slots, in a row or anywhere, may move, all others stay;
 * - by hours: all meetings may move, but nearly everybody is busy in the slots they are busy in now, or in one beside.
 *   Not bound are some people around one who has a break.
 *
 * Half of the neighbourhoods also spare most of those who have no break, which lets the solver search through more.
 */
export class Neighbourhoods {
  private readonly random: Random;
  /** By kind of neighbourhood. */
  private readonly widths: Float64Array;
  private kind = 0;

  constructor(
    private readonly model: Model,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.widths = new Float64Array(KINDS).fill(FIRST_WIDTH);
  }

  /** @param start a complete timetable, by meeting */
  draw(start: Int32Array): Neighbourhood {
    const { model } = this;
    this.kind = (this.kind + 1) % KINDS;
    const width = sure(this.widths[this.kind]);
    const byHours = (this.kind & 1) === 0;
    return {
      mayMove: byHours ? new Uint8Array(model.meetings).fill(1) : this.someSlots(start, width),
      idle: byHours ? this.outsideHours(start, width) : new Uint8Array(model.people * model.slots),
      spared: this.kind === 1 || this.kind === 2 ? this.spared(start) : [],
    };
  }

  /** Makes the next neighbourhoods of this kind wider or narrower. @param verdict what came of the one drawn last */
  adjust(verdict: Verdict): void {
    const width = sure(this.widths[this.kind]);
    if (verdict === "unsatisfiable") this.widths[this.kind] = Math.min(1, width + WIDENED);
    if (verdict === "stopped") this.widths[this.kind] = Math.max(LEAST_WIDTH, width - NARROWED);
  }

  private someSlots(start: Int32Array, width: number): Uint8Array {
    const { meetings } = this.model;
    const mayMove = new Uint8Array(meetings);
    let moving = 0;
    for (const slot of this.kind === 1 ? this.nearestFirst() : this.shuffled()) {
      if (moving >= width * meetings) break;
      for (let m = 0; m < meetings; m++) {
        if (start[m] !== slot) continue;
        mayMove[m] = 1;
        moving++;
      }
    }
    return mayMove;
  }

  private outsideHours(start: Int32Array, width: number): Uint8Array {
    const { model, random } = this;
    const { people, slots } = model;
    const idle = new Uint8Array(people * slots);
    const unbound = Math.round((LEAST_UNBOUND + Math.max(0, width - ALL_BESIDE)) * people);
    for (const p of acquaintedFirst(model, start, random).slice(unbound)) {
      const row = idle.subarray(p * slots, (p + 1) * slots).fill(1);
      const beside = random.share() * ALL_BESIDE < width ? 1 : 0;
      for (const m of sure(model.diary[p])) {
        const from = sure(start[m]);
        row.fill(0, Math.max(0, from - beside), from + sure(model.length[m]) + beside);
      }
    }
    return idle;
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
