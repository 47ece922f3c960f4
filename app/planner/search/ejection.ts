import type { Model } from "#app/planner/model.ts";
import type { Moves } from "#app/planner/search/chain.ts";
import type { Objective } from "#app/planner/search/objective.ts";
import type { State } from "#app/planner/search/state.ts";

const MAX_CHAIN = 60;

/**
 * Chains for meetings of any length and for buffers: what stands in the way of a meeting moves by the same distance in
 * the other direction, and so on. The change is made on trial and taken back where a rule would be broken.
 */
export class EjectionChains implements Moves {
  private readonly moved: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly stamp: Int32Array;
  private mark = 0;

  constructor(
    private readonly model: Model,
    private readonly state: State,
    private readonly objective: Objective,
  ) {
    this.stamp = new Int32Array(model.meetings);
  }

  propose(m: number, to: number): number {
    const { state, model, objective, moved, from } = this;
    if (!this.collect(m, to)) return Number.POSITIVE_INFINITY;
    const people = new Set<number>();
    for (const x of moved) for (const p of model.attendees[x]!) people.add(p);
    const had = new Map<number, number>();
    for (const p of people) had.set(p, state.breaksOf[p]!);
    let cost = 0;
    moved.forEach((x, i) => {
      cost += objective.moveCost(x, from[i]!, this.to[i]!);
    });
    for (const x of moved) state.lift(x);
    let placed = 0;
    while (placed < moved.length && this.fits(moved[placed]!, this.to[placed]!)) {
      state.place(moved[placed]!, this.to[placed]!);
      placed++;
    }
    if (placed < moved.length || !moved.every((x) => this.keepsOrder(x))) {
      for (let i = 0; i < placed; i++) state.lift(moved[i]!);
      moved.forEach((x, i) => {
        state.place(x, from[i]!);
      });
      return Number.POSITIVE_INFINITY;
    }
    for (const [p, before] of had) {
      const change = state.breaksOf[p]! - before;
      state.breaksOf[p] = before;
      cost += objective.breakCost(p, change);
      state.breaksOf[p] = before + change;
    }
    return cost;
  }

  accept(): void {
    this.moved.forEach((x, i) => {
      this.objective.note(x, this.from[i]!, -1);
      this.objective.note(x, this.to[i]!, 1);
    });
  }

  reject(): void {
    for (const x of this.moved) this.state.lift(x);
    this.moved.forEach((x, i) => {
      this.state.place(x, this.from[i]!);
    });
  }

  private collect(m: number, target: number): boolean {
    const { model, state, moved, from, to } = this;
    const { slots, attendees, length, buffer } = model;
    const mark = ++this.mark;
    moved.length = from.length = to.length = 0;
    const distance = target - state.start[m]!;
    const add = (x: number, start: number): boolean => {
      if (start < 0 || start >= slots || !model.allowed[x * slots + start] || moved.length >= MAX_CHAIN) return false;
      this.stamp[x] = mark;
      moved.push(x);
      from.push(state.start[x]!);
      to.push(start);
      return true;
    };
    if (!add(m, target)) return false;
    for (let i = 0; i < moved.length; i++) {
      const x = moved[i]!;
      const back = to[i]! > from[i]! ? -Math.abs(distance) : Math.abs(distance);
      const end = Math.min(slots, to[i]! + length[x]! + buffer);
      for (const p of attendees[x]!) {
        for (let slot = Math.max(0, to[i]! - buffer); slot < end; slot++) {
          const y = state.busy[p * slots + slot]!;
          if (y >= 0 && this.stamp[y] !== mark && !add(y, state.start[y]! + back)) return false;
        }
      }
    }
    return true;
  }

  /** Whether a meeting that is not placed can start there. */
  private fits(m: number, start: number): boolean {
    const { slots, attendees, length, buffer, capacity } = this.model;
    for (let slot = start; slot < start + length[m]!; slot++) if (this.state.load[slot]! >= capacity) return false;
    const end = Math.min(slots, start + length[m]! + buffer);
    for (const p of attendees[m]!) {
      for (let slot = Math.max(0, start - buffer); slot < end; slot++) {
        if (this.state.busy[p * slots + slot]! >= 0) return false;
      }
    }
    return true;
  }

  private keepsOrder(m: number): boolean {
    const { before, after, length } = this.model;
    const { start } = this.state;
    for (const n of before[m]!) if (start[n]! + length[n]! > start[m]!) return false;
    for (const n of after[m]!) if (start[m]! + length[m]! > start[n]!) return false;
    return true;
  }
}
