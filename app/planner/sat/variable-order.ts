import { grown } from "#app/planner/sat/int-list.ts";

const RESCALE_AT = 1e100;

/**
 * The variables not decided yet, most active first: a binary heap over activities that decay exponentially (VSIDS:
 * Moskewicz et al., "Chaff", DAC 2001, in the form of MiniSat). Ties go to the smaller number, so that runs repeat.
 */
export class VariableOrder {
  activity = new Float64Array(16);
  private heap = new Int32Array(16);
  private place = new Int32Array(16);
  private size = 0;
  private step = 1;

  /** Adds variable `v`; variables are added in the order of their numbers. */
  add(v: number): void {
    if (v >= this.activity.length) {
      const length = v * 2 + 2;
      this.activity = grown(this.activity, length);
      this.heap = grown(this.heap, length);
      this.place = grown(this.place, length);
    }
    this.place[v] = -1;
    this.insert(v);
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** Makes `v` more active, by an amount that grows from conflict to conflict. */
  bump(v: number): void {
    const { activity } = this;
    activity[v]! += this.step;
    if (activity[v]! > RESCALE_AT) {
      for (let i = 0; i < activity.length; i++) activity[i]! *= 1 / RESCALE_AT;
      this.step *= 1 / RESCALE_AT;
    }
    if (this.place[v]! >= 0) this.up(this.place[v]!);
  }

  /** @param factor how much of an activity is left after a conflict, below 1 */
  decay(factor: number): void {
    this.step /= factor;
  }

  insert(v: number): void {
    if (this.place[v]! >= 0) return;
    this.place[v] = this.size;
    this.heap[this.size++] = v;
    this.up(this.place[v]!);
  }

  /** Takes the most active variable out. */
  pop(): number {
    const { heap, place } = this;
    const top = heap[0]!;
    place[top] = -1;
    const last = heap[--this.size]!;
    if (this.size > 0) {
      heap[0] = last;
      place[last] = 0;
      this.down(0);
    }
    return top;
  }

  private before(a: number, b: number): boolean {
    const difference = this.activity[a]! - this.activity[b]!;
    return difference > 0 || (difference === 0 && a < b);
  }

  private up(from: number): void {
    const { heap, place } = this;
    const v = heap[from]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heap[parent]!;
      if (!this.before(v, other)) break;
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = v;
    place[v] = at;
  }

  private down(from: number): void {
    const { heap, place, size } = this;
    const v = heap[from]!;
    let at = from;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(heap[child + 1]!, heap[child]!)) child++;
      const other = heap[child]!;
      if (!this.before(other, v)) break;
      heap[at] = other;
      place[other] = at;
      at = child;
    }
    heap[at] = v;
    place[v] = at;
  }
}
