import type { Model } from "#app/planner/model.ts";

/** What is asked of one slot: anything, a meeting, none, or a meeting that ends a break. */
export type Wish = "any" | "busy" | "idle" | "ends-break";

// What a person is doing: nothing yet in this part of the day, in a meeting, or idle after one.
const FRESH = 0;
const BUSY = 1;
const IDLE = 2;

/** The slots that one person could be in meetings in, whoever the meetings are with. */
export class Diary {
  private readonly slots: number;
  private readonly work: number;
  /** By slot: slots of meetings that must have been by the end of it, and that can have been. */
  private readonly due: Int32Array;
  private readonly open: Int32Array;
  private readonly free: Uint8Array;
  private readonly part: Int32Array;
  /** By slot, count and state: the lowest cost from here on, and whether it begins in a meeting. */
  private readonly cost: Float64Array;
  private readonly choice: Uint8Array;

  constructor(model: Model, p: number) {
    const { slots, allowed, length } = model;
    this.slots = slots;
    this.part = model.part;
    this.free = new Uint8Array(slots);
    this.due = new Int32Array(slots);
    this.open = new Int32Array(slots);
    let work = 0;
    for (const m of model.diary[p]!) {
      work += length[m]!;
      let first = -1;
      let last = -1;
      for (let start = 0; start < slots; start++) {
        if (!allowed[m * slots + start]) continue;
        if (first < 0) first = start;
        last = start;
        this.free.fill(1, start, start + length[m]!);
      }
      // A meeting is due slot by slot, at the end of its last start, and open slot by slot from its first.
      for (let i = 0; i < length[m]!; i++) {
        for (let slot = last + i; slot < slots; slot++) this.due[slot]!++;
        for (let slot = first + i; slot < slots; slot++) this.open[slot]!++;
      }
    }
    this.work = work;
    this.cost = new Float64Array((slots + 1) * (work + 1) * 3);
    this.choice = new Uint8Array(slots * (work + 1) * 3);
  }

  /** Entries of its table. */
  get size(): number {
    return this.cost.length;
  }

  /**
   * The least that this person's breaks and slots cost at these prices.
   * @param taken gets 1 more in each slot that is then taken
   */
  cheapest(price: Float64Array, taken: Int32Array): number {
    const least = this.cheapestWhere(price, -1, "any");
    this.follow(taken);
    return least;
  }

  /** The least where something is asked of a slot; infinite where that cannot be. */
  cheapestWhere(price: Float64Array, wished: number, wish: Wish): number {
    const { slots, work, cost, choice, part } = this;
    const row = (work + 1) * 3;
    cost.fill(Number.POSITIVE_INFINITY);
    for (let state = 0; state < 3; state++) cost[slots * row + work * 3 + state] = 0;
    for (let slot = slots - 1; slot >= 0; slot--) {
      const opens = slot > 0 && part[slot] !== part[slot - 1];
      const asked = slot === wished ? wish : "any";
      const mayRest = asked === "any" || asked === "idle";
      const mayMeet = this.free[slot]! > 0 && asked !== "idle";
      const lowest = slot === 0 ? 0 : this.due[slot - 1]!;
      const highest = slot === 0 ? 0 : Math.min(work, this.open[slot - 1]!);
      for (let count = lowest; count <= highest; count++) {
        for (let before = 0; before < 3; before++) {
          const state = opens ? FRESH : before;
          const rest = state === FRESH ? FRESH : IDLE;
          let best =
            mayRest && count >= this.due[slot]! ? cost[(slot + 1) * row + count * 3 + rest]! : Number.POSITIVE_INFINITY;
          let takes = 0;
          const meets = mayMeet && (state === IDLE || asked !== "ends-break");
          if (meets && count < work && count + 1 >= this.due[slot]! && count + 1 <= this.open[slot]!) {
            const then = cost[(slot + 1) * row + (count + 1) * 3 + BUSY]! + price[slot]! + (state === IDLE ? 1 : 0);
            if (then < best) {
              best = then;
              takes = 1;
            }
          }
          cost[slot * row + count * 3 + before] = best;
          choice[slot * row + count * 3 + before] = takes;
        }
      }
    }
    return cost[FRESH]!;
  }

  private follow(taken: Int32Array): void {
    const { slots, work, choice, part } = this;
    const row = (work + 1) * 3;
    let state = FRESH;
    let count = 0;
    for (let slot = 0; slot < slots; slot++) {
      const opens = slot > 0 && part[slot] !== part[slot - 1];
      const takes = choice[slot * row + count * 3 + state]!;
      if (opens) state = FRESH;
      if (takes) {
        taken[slot]!++;
        count++;
        state = BUSY;
      } else if (state !== FRESH) state = IDLE;
    }
  }
}
