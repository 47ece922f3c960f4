import { IntList } from "#app/planner/sat/int-list.ts";

/** "At most `most` of `members` are true, while `guard` holds": the numbers, kept by the solver as it goes. */
export class CardinalityConstraints {
  members: Int32Array[] = [];
  most: number[] = [];
  /** -1: always active. */
  guard: number[] = [];
  /** Members that are true and were looked at. */
  count = new Int32Array(16);
  /** By literal: the constraints it is a member of. */
  of: IntList[] = [];
  /** By literal: the constraints it guards. */
  guardedBy: IntList[] = [];

  watch(literal: number): void {
    this.of[literal] = new IntList(0);
    this.guardedBy[literal] = new IntList(0);
  }

  add(literals: number[], most: number, guard: number): number {
    const constraint = this.members.length;
    if (constraint >= this.count.length) {
      const longer = new Int32Array(constraint * 2);
      longer.set(this.count);
      this.count = longer;
    }
    this.members.push(Int32Array.from(literals));
    this.most.push(most);
    this.guard.push(guard);
    for (const lit of literals) this.of[lit]!.push(constraint);
    if (guard >= 0) this.guardedBy[guard]!.push(constraint);
    return constraint;
  }

  uncount(literal: number): void {
    const { items, size } = this.of[literal]!;
    for (let i = 0; i < size; i++) this.count[items[i]!]!--;
  }
}
