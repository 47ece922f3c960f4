import type { Model } from "#app/planner/model.ts";
import type { Objective } from "#app/planner/search/objective.ts";
import type { State } from "#app/planner/search/state.ts";

/** A change of the timetable that keeps every rule: proposed, then accepted or dropped. */
export interface Moves {
  /**
   * Works out what follows when meeting `m` moves to `to`.
   * @param most gives up, as if it could not be, once the people looked at so far lose more than this
   * @returns the change in cost, or Infinity where it cannot be
   */
  propose(m: number, to: number, most: number): number;
  accept(): void;
  reject(): void;
}

/**
 * Kempe chains (Kempe 1879; for timetables Thompson and Dowsland, 1998): meetings of two slots that are linked by a
 * person in both change places together, so nobody ever is in two. Who has a meeting in each of the two slots keeps
 * their times, so only the people at the ends of a chain can win or lose a break. For meetings of one slot.
 */
export class KempeChains implements Moves {
  private readonly chain: Int32Array;
  private readonly stamp: Int32Array;
  private mark = 0;
  private size = 0;
  private a = 0;
  private b = 0;
  private readonly ordered: Uint8Array;
  private readonly weighs: boolean;

  constructor(
    private readonly model: Model,
    private readonly state: State,
    private readonly objective: Objective,
  ) {
    this.chain = new Int32Array(model.meetings);
    this.stamp = new Int32Array(model.meetings);
    this.ordered = Uint8Array.from(model.before, (list, m) => (list.length + model.after[m]!.length > 0 ? 1 : 0));
    this.weighs = model.hasPreferences || model.hasPrevious;
  }

  propose(m: number, to: number, most: number): number {
    const { model, state, objective, chain, stamp, ordered } = this;
    const { slots, allowed, attendees } = model;
    const { start, busy, load } = state;
    const a = start[m]!;
    const b = to;
    const mark = ++this.mark;
    const weighs = this.weighs || objective.earlyWeight > 0;
    chain[0] = m;
    stamp[m] = mark;
    let size = 1;
    let flow = 0;
    let cost = 0;
    this.a = a;
    this.b = b;
    for (let i = 0; i < size; i++) {
      const x = chain[i]!;
      const forth = start[x] === a;
      const from = forth ? a : b;
      const target = forth ? b : a;
      if (allowed[x * slots + target] === 0) return Number.POSITIVE_INFINITY;
      flow += forth ? 1 : -1;
      const people = attendees[x]!;
      for (let k = 0; k < people.length; k++) {
        const p = people[k]!;
        const y = busy[p * slots + target]!;
        if (y < 0) cost += objective.breakCost(p, state.shiftCost(p, from, target));
        else if (stamp[y] !== mark) {
          stamp[y] = mark;
          chain[size++] = y;
        }
      }
      if (weighs) cost += objective.moveCost(x, from, target);
      if (cost > most) return Number.POSITIVE_INFINITY;
    }
    if (flow > 0 ? load[b]! + flow > model.capacity : load[a]! - flow > model.capacity) return Number.POSITIVE_INFINITY;
    for (let i = 0; i < size; i++) {
      if (ordered[chain[i]!] && !this.keepsOrder(chain[i]!)) return Number.POSITIVE_INFINITY;
    }
    this.size = size;
    return cost;
  }

  accept(): void {
    const { state, objective, chain, size, a, b } = this;
    for (let i = 0; i < size; i++) {
      const m = chain[i]!;
      // While it is out, `stamp` remembers nothing and the sign keeps where it came from.
      const from = state.start[m]!;
      objective.note(m, from, -1);
      state.lift(m);
      chain[i] = from === a ? m : ~m;
    }
    for (let i = 0; i < size; i++) {
      const m = chain[i]! < 0 ? ~chain[i]! : chain[i]!;
      const to = chain[i]! < 0 ? a : b;
      state.place(m, to);
      objective.note(m, to, 1);
    }
  }

  reject(): void {}

  /** Whether a meeting of the chain stays between those that must be before and after it. */
  private keepsOrder(m: number): boolean {
    const at = this.later(m);
    for (const n of this.model.before[m]!) if (this.later(n) >= at) return false;
    for (const n of this.model.after[m]!) if (this.later(n) <= at) return false;
    return true;
  }

  /** Where a meeting starts once the chain has moved. */
  private later(m: number): number {
    const start = this.state.start[m]!;
    if (this.stamp[m] !== this.mark) return start;
    return start === this.a ? this.b : this.a;
  }
}
