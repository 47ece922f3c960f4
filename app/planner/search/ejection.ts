import type { Model } from "#app/planner/model.ts";
import type { Moves } from "#app/planner/search/chain.ts";
import type { Objective } from "#app/planner/search/objective.ts";
import type { State } from "#app/planner/search/state.ts";

const MAX_CHAIN = 60;

interface Move {
  meeting: number;
  from: number;
  to: number;
}

/**
 * Chains for meetings of any length and for buffers: what stands in the way of a meeting moves by the same distance in
 * the other direction, and so on. The change is made on trial and taken back where a rule would be broken.
 */
export class EjectionChains implements Moves {
  private readonly moves: Move[] = [];
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
    const { state, model, objective, moves } = this;
    if (!this.collect(m, to)) return Number.POSITIVE_INFINITY;
    const had = new Map<number, number>();
    let cost = 0;
    for (const move of moves) {
      for (const p of model.attendees[move.meeting]!) had.set(p, state.breaksOf[p]!);
      cost += objective.moveCost(move.meeting, move.from, move.to);
    }
    for (const { meeting } of moves) state.lift(meeting);
    let placed = 0;
    for (const { meeting, to: there } of moves) {
      if (!this.fits(meeting, there)) break;
      state.place(meeting, there);
      placed++;
    }
    if (placed < moves.length || !moves.every(({ meeting }) => this.keepsOrder(meeting))) {
      for (const { meeting } of moves.slice(0, placed)) state.lift(meeting);
      for (const { meeting, from } of moves) state.place(meeting, from);
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
    for (const { meeting, from, to } of this.moves) {
      this.objective.note(meeting, from, -1);
      this.objective.note(meeting, to, 1);
    }
  }

  reject(): void {
    for (const { meeting } of this.moves) this.state.lift(meeting);
    for (const { meeting, from } of this.moves) this.state.place(meeting, from);
  }

  private collect(m: number, target: number): boolean {
    const { model, state, moves } = this;
    const { slots, attendees, length, buffer } = model;
    const mark = ++this.mark;
    moves.length = 0;
    const distance = Math.abs(target - state.start[m]!);
    const add = (meeting: number, to: number): boolean => {
      if (to < 0 || to >= slots || !model.allowed[meeting * slots + to] || moves.length >= MAX_CHAIN) return false;
      this.stamp[meeting] = mark;
      moves.push({ meeting, from: state.start[meeting]!, to });
      return true;
    };
    if (!add(m, target)) return false;
    // The list grows while it is walked.
    for (const { meeting, from, to } of moves) {
      const back = to > from ? -distance : distance;
      const end = Math.min(slots, to + length[meeting]! + buffer);
      for (const p of attendees[meeting]!) {
        for (let slot = Math.max(0, to - buffer); slot < end; slot++) {
          const other = state.busy[p * slots + slot]!;
          if (other >= 0 && this.stamp[other] !== mark && !add(other, state.start[other]! + back)) return false;
        }
      }
    }
    return true;
  }

  /** Whether a meeting that is not placed can start there. */
  private fits(m: number, start: number): boolean {
    const { slots, attendees, length, buffer, capacity } = this.model;
    const ended = start + length[m]!;
    for (let slot = start; slot < ended; slot++) if (this.state.load[slot]! >= capacity) return false;
    const end = Math.min(slots, ended + buffer);
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
    const begins = start[m]!;
    const ends = begins + length[m]!;
    for (const n of before[m]!) if (start[n]! + length[n]! > begins) return false;
    for (const n of after[m]!) if (ends > start[n]!) return false;
    return true;
  }
}
