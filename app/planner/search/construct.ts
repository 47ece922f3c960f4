import type { Model } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";

/**
 * A first timetable by ejection: meetings are placed one after the other where they push out least, and what is pushed
 * out waits for its turn again; meetings that are often pushed out become harder to move (as in Morris's breakout,
 * AAAI 1993). Knows every rule but fairness.
 */
export class Constructor {
  private readonly random: Random;
  private readonly start: Int32Array;
  private readonly weight: Float64Array;
  private readonly waiting: number[];
  private readonly conflicts: Int32Array[];
  private readonly linked: Uint8Array;
  /** By slot: placed meetings that are running. */
  private readonly load: Int32Array;

  constructor(
    private readonly model: Model,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.start = new Int32Array(model.meetings).fill(-1);
    this.weight = new Float64Array(model.meetings).fill(1);
    this.linked = new Uint8Array(model.meetings);
    this.load = new Int32Array(model.slots);
    this.conflicts = Array.from({ length: model.meetings }, (_, m) => this.neighbours(m));
    const choices = Array.from({ length: model.meetings }, (_, m) => this.choicesOf(m));
    this.waiting = [...choices.keys()].sort((a, b) => choices[b]! - choices[a]! || a - b);
  }

  /** Places `steps` meetings. @returns the timetable once it is complete */
  run(steps: number, stop: () => boolean): Int32Array | null {
    for (let step = 0; step < steps && this.waiting.length > 0; step++) {
      if ((step & 15) === 0 && stop()) return null;
      // The newest first: chains of pushing out are followed to their end; now and then any other.
      if (this.random.below(8) === 0) this.swapLast();
      this.put(this.waiting.pop()!);
    }
    return this.waiting.length === 0 ? this.start : null;
  }

  private put(m: number): void {
    const { model, random, weight } = this;
    let best = Number.POSITIVE_INFINITY;
    let chosen = -1;
    let ties = 0;
    for (let slot = 0; slot < model.slots; slot++) {
      if (!model.allowed[m * model.slots + slot]) continue;
      let cost = 0;
      for (const n of this.inTheWay(m, slot)) cost += weight[n]!;
      if (cost > best) continue;
      ties = cost < best ? 1 : ties + 1;
      best = cost;
      if (ties === 1 || random.below(ties) === 0) chosen = slot;
    }
    for (const n of this.inTheWay(m, chosen)) {
      this.shiftLoad(n, -1);
      this.start[n] = -1;
      this.weight[n]! += 1;
      this.waiting.push(n);
    }
    this.start[m] = chosen;
    this.shiftLoad(m, 1);
  }

  private shiftLoad(m: number, change: number): void {
    const from = this.start[m]!;
    for (let slot = from; slot < from + this.model.length[m]!; slot++) this.load[slot]! += change;
  }

  /** Placed meetings that could not stay if `m` started in `slot`. */
  private inTheWay(m: number, slot: number): number[] {
    const { model, start } = this;
    const { length, buffer } = model;
    const end = slot + length[m]!;
    const found: number[] = [];
    for (const n of this.conflicts[m]!) {
      const from = start[n]!;
      if (from >= 0 && from < end + buffer && slot < from + length[n]! + buffer) found.push(n);
    }
    for (const n of model.before[m]!) if (start[n]! >= 0 && start[n]! + length[n]! > slot) found.push(n);
    for (const n of model.after[m]!) if (start[n]! >= 0 && start[n]! < end) found.push(n);
    if (model.capacity < model.meetings) this.addCrowd(m, slot, found);
    return [...new Set(found)];
  }

  /** Where a slot is full, the lightest of those who run there must go. */
  private addCrowd(m: number, slot: number, found: number[]): void {
    const { model, start, weight } = this;
    for (let at = slot; at < slot + model.length[m]!; at++) {
      if (this.load[at]! < model.capacity) continue;
      const running: number[] = [];
      for (let n = 0; n < model.meetings; n++) {
        const from = start[n]!;
        if (n !== m && from >= 0 && from <= at && at < from + model.length[n]! && !found.includes(n)) running.push(n);
      }
      const tooMany = running.length + 1 - model.capacity;
      if (tooMany <= 0) continue;
      running.sort((a, b) => weight[a]! - weight[b]! || a - b);
      found.push(...running.slice(0, tooMany));
    }
  }

  private swapLast(): void {
    const { waiting } = this;
    const i = this.random.below(waiting.length);
    const last = waiting.length - 1;
    [waiting[i], waiting[last]] = [waiting[last]!, waiting[i]!];
  }

  private neighbours(m: number): Int32Array {
    const { attendees, diary } = this.model;
    const found: number[] = [];
    for (const p of attendees[m]!) {
      for (const n of diary[p]!) {
        if (n === m || this.linked[n]) continue;
        this.linked[n] = 1;
        found.push(n);
      }
    }
    for (const n of found) this.linked[n] = 0;
    return Int32Array.from(found);
  }

  private choicesOf(m: number): number {
    let choices = 0;
    for (let slot = 0; slot < this.model.slots; slot++) choices += this.model.allowed[m * this.model.slots + slot]!;
    return choices;
  }
}
