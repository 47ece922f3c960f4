import { CardinalityConstraints } from "#app/planner/sat/cardinality.ts";
import { grown, IntList } from "#app/planner/sat/int-list.ts";
import { VariableOrder } from "#app/planner/sat/variable-order.ts";

/** A literal is `2 * variable`, or `2 * variable + 1` for its negation; `literal ^ 1` negates. */
export type Literal = number;

// How a reason is packed into one number: what it is in the last two bits, where it is in the others.
export const NO_REASON = -1;
export const CLAUSE = 0;
export const BINARY = 1;
export const CARDINALITY = 2;

/** What is true so far, in the order in which it became so, why, and at which decision. The ground of the solver. */
export class Assignment {
  /** By literal: 1 true, -1 false, 0 open. */
  protected values = new Int8Array(32);
  protected level = new Int32Array(16);
  protected reason = new Int32Array(16);
  protected trailAt = new Int32Array(16);
  protected saved = new Int8Array(16);
  protected target = new Int8Array(16);
  protected trail = new Int32Array(16);
  protected trailSize = 0;
  /** How much of the trail was looked at for consequences. */
  protected head = 0;
  protected levelStart = new IntList(16);
  protected order = new VariableOrder();
  protected cardinality = new CardinalityConstraints();
  protected targetSize = 0;

  protected assign(lit: Literal, reason: number): void {
    const v = lit >> 1;
    this.values[lit] = 1;
    this.values[lit ^ 1] = -1;
    this.level[v] = this.levelStart.size;
    this.reason[v] = reason;
    this.trailAt[v] = this.trailSize;
    this.trail[this.trailSize++] = lit;
  }

  protected backTo(level: number): void {
    if (this.levelStart.size <= level) return;
    const from = this.levelStart.items[level]!;
    const { values, trail, order, saved, cardinality } = this;
    for (let at = this.trailSize - 1; at >= from; at--) {
      const lit = trail[at]!;
      const v = lit >> 1;
      values[lit] = 0;
      values[lit ^ 1] = 0;
      saved[v] = lit & 1 ? -1 : 1;
      order.insert(v);
      if (at < this.head) cardinality.uncount(lit);
    }
    this.trailSize = from;
    if (this.head > from) this.head = from;
    this.levelStart.size = level;
  }

  /** Remembers the longest assignment without a conflict, to be tried again. */
  protected keepTarget(): void {
    if (this.trailSize <= this.targetSize) return;
    this.targetSize = this.trailSize;
    for (let at = 0; at < this.trailSize; at++) {
      const lit = this.trail[at]!;
      this.target[lit >> 1] = lit & 1 ? -1 : 1;
    }
  }

  protected grow(length: number): void {
    this.values = grown(this.values, length * 2);
    this.level = grown(this.level, length);
    this.reason = grown(this.reason, length);
    this.trailAt = grown(this.trailAt, length);
    this.saved = grown(this.saved, length);
    this.target = grown(this.target, length);
    this.trail = grown(this.trail, length);
  }
}
