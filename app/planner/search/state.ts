import type { Model } from "#app/planner/model.ts";

/**
 * A timetable in the making: where each placed meeting starts and, kept up to date by `place` and `lift`, who is busy
 * when, how many meetings run in each slot, and the breaks. Placed meetings always keep the rules on people and slots.
 */
export class State {
  /** By meeting: its start, or -1. */
  readonly start: Int32Array;
  /** People by slots: the meeting somebody is in, or -1. */
  readonly busy: Int32Array;
  /** By slot: meetings that are running. */
  readonly load: Int32Array;
  /** By person: breaks. */
  readonly breaksOf: Int32Array;
  /** By person and part: stretches of meetings without a gap. */
  private readonly stretches: Int32Array;
  breaks = 0;

  constructor(readonly model: Model) {
    this.start = new Int32Array(model.meetings).fill(-1);
    this.busy = new Int32Array(model.people * model.slots).fill(-1);
    this.load = new Int32Array(model.slots);
    this.breaksOf = new Int32Array(model.people);
    this.stretches = new Int32Array(model.people * model.parts);
  }

  /** Puts a meeting that is not placed where nothing is in its way. */
  place(m: number, start: number): void {
    const { attendees, length } = this.model;
    this.start[m] = start;
    for (let slot = start; slot < start + length[m]!; slot++) {
      this.load[slot]!++;
      for (const p of attendees[m]!) this.take(p, slot, m);
    }
  }

  /** Takes a placed meeting out. */
  lift(m: number): void {
    const { attendees, length } = this.model;
    const start = this.start[m]!;
    this.start[m] = -1;
    for (let slot = start; slot < start + length[m]!; slot++) {
      this.load[slot]!--;
      for (const p of attendees[m]!) this.leave(p, slot);
    }
  }

  /** 1 when the slot beside belongs to the same part and the person is busy in it. */
  private beside(p: number, slot: number, other: number): number {
    const { slots, part } = this.model;
    if (other < 0 || other >= slots || part[other] !== part[slot]) return 0;
    return this.busy[p * slots + other]! >= 0 ? 1 : 0;
  }

  private take(p: number, slot: number, m: number): void {
    this.busy[p * this.model.slots + slot] = m;
    this.addStretches(p, slot, 1 - this.beside(p, slot, slot - 1) - this.beside(p, slot, slot + 1));
  }

  private leave(p: number, slot: number): void {
    this.busy[p * this.model.slots + slot] = -1;
    this.addStretches(p, slot, this.beside(p, slot, slot - 1) + this.beside(p, slot, slot + 1) - 1);
  }

  private addStretches(p: number, slot: number, more: number): void {
    if (more === 0) return;
    const at = p * this.model.parts + this.model.part[slot]!;
    const had = this.stretches[at]!;
    const has = had + more;
    this.stretches[at] = has;
    const change = (has > 1 ? has - 1 : 0) - (had > 1 ? had - 1 : 0);
    this.breaksOf[p]! += change;
    this.breaks += change;
  }

  /** The change in breaks if a person were busy in `to` instead of `from`. */
  shiftCost(p: number, from: number, to: number): number {
    const { slots, part, parts } = this.model;
    const row = p * slots;
    const { busy } = this;
    const fromPart = part[from]!;
    const toPart = part[to]!;
    let left = from > 0 && part[from - 1] === fromPart && busy[row + from - 1]! >= 0 ? 1 : 0;
    let right = from < slots - 1 && part[from + 1] === fromPart && busy[row + from + 1]! >= 0 ? 1 : 0;
    const lost = left + right - 1;
    left = to > 0 && to - 1 !== from && part[to - 1] === toPart && busy[row + to - 1]! >= 0 ? 1 : 0;
    right = to < slots - 1 && to + 1 !== from && part[to + 1] === toPart && busy[row + to + 1]! >= 0 ? 1 : 0;
    const won = 1 - left - right;
    if (fromPart === toPart) return parts === 1 ? lost + won : this.within(p, fromPart, lost + won);
    return this.within(p, fromPart, lost) + this.within(p, toPart, won);
  }

  private within(p: number, part: number, more: number): number {
    const had = this.stretches[p * this.model.parts + part]!;
    const has = had + more;
    return (has > 1 ? has - 1 : 0) - (had > 1 ? had - 1 : 0);
  }
}
