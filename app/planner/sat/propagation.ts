import { Assignment, BINARY, CARDINALITY, CLAUSE, type Literal } from "#app/planner/sat/assignment.ts";
import { ClauseStore } from "#app/planner/sat/clause-store.ts";
import { IntList } from "#app/planner/sat/int-list.ts";

/** Draws consequences from clauses, groups and cardinality constraints, and says why something followed. */
export class Propagation extends Assignment {
  protected clauses = new ClauseStore();
  /** By literal: what becomes true with it, from clauses of two literals. */
  protected implied: IntList[] = [];
  /** By literal: the groups of which at most one is true. */
  protected groupsOf: IntList[] = [];
  protected groups: Int32Array[] = [];
  protected conflict = new IntList(64);
  /** Work done so far, in visits of clauses and assignments: repeatable, and about proportional to time. */
  ticks = 0;

  /** Draws all consequences. False on a conflict, whose literals (all false) are then in `conflict`. */
  protected propagate(): boolean {
    while (this.head < this.trailSize) {
      const lit = this.trail[this.head++]!;
      this.ticks++;
      if (this.cardinality.of[lit]!.size > 0 && !this.count(lit)) return false;
      if (this.cardinality.guardedBy[lit]!.size > 0 && !this.settleGuarded(lit)) return false;
      if (!this.propagateGroups(lit) || !this.propagateBinaries(lit) || !this.propagateClauses(lit)) return false;
    }
    return true;
  }

  private propagateGroups(lit: Literal): boolean {
    const { values } = this;
    const of = this.groupsOf[lit]!;
    for (let i = 0; i < of.size; i++) {
      const group = this.groups[of.items[i]!]!;
      for (let k = 0; k < group.length; k++) {
        const other = group[k]!;
        const value = values[other]!;
        if (value < 0 || other === lit) continue;
        if (value > 0) return this.conflictOf(other ^ 1, lit ^ 1);
        this.assign(other ^ 1, (lit ^ 1) * 4 + BINARY);
      }
    }
    return true;
  }

  private propagateBinaries(lit: Literal): boolean {
    const { values } = this;
    const { items, size } = this.implied[lit]!;
    for (let i = 0; i < size; i++) {
      const other = items[i]!;
      const value = values[other]!;
      if (value > 0) continue;
      if (value < 0) return this.conflictOf(other, lit ^ 1);
      this.assign(other, (lit ^ 1) * 4 + BINARY);
    }
    return true;
  }

  private propagateClauses(lit: Literal): boolean {
    const { values } = this;
    const { arena, watches } = this.clauses;
    const falsified = lit ^ 1;
    const list = watches[falsified]!;
    const items = list.items;
    const size = list.size;
    this.ticks += size >> 2;
    let keep = 0;
    for (let i = 0; i < size; i += 2) {
      const clause = items[i]!;
      const blocker = items[i + 1]!;
      if (values[blocker]! > 0) {
        items[keep++] = clause;
        items[keep++] = blocker;
        continue;
      }
      const first = clause + 2;
      if (arena[first] === falsified) {
        arena[first] = arena[first + 1]!;
        arena[first + 1] = falsified;
      }
      const other = arena[first]!;
      if (values[other]! > 0) {
        items[keep++] = clause;
        items[keep++] = other;
        continue;
      }
      const end = first + arena[clause]!;
      let k = first + 2;
      while (k < end && values[arena[k]!]! < 0) k++;
      if (k < end) {
        const watched = arena[k]!;
        arena[first + 1] = watched;
        arena[k] = falsified;
        const to = watches[watched]!;
        to.push(clause);
        to.push(other);
        continue;
      }
      items[keep++] = clause;
      items[keep++] = other;
      if (values[other]! < 0) {
        for (i += 2; i < size; i++) items[keep++] = items[i]!;
        list.size = keep;
        this.conflict.size = 0;
        for (k = first; k < end; k++) this.conflict.push(arena[k]!);
        this.clauses.used(clause);
        return false;
      }
      this.assign(other, clause * 4 + CLAUSE);
    }
    list.size = keep;
    return true;
  }

  private conflictOf(a: Literal, b: Literal): false {
    this.conflict.size = 0;
    this.conflict.push(a);
    this.conflict.push(b);
    return false;
  }

  /** Counts a literal that became true in all its constraints, then looks whether one is full. */
  private count(lit: Literal): boolean {
    const { of, count, most } = this.cardinality;
    const { items, size } = of[lit]!;
    for (let i = 0; i < size; i++) count[items[i]!]!++;
    for (let i = 0; i < size; i++) {
      const constraint = items[i]!;
      if (count[constraint]! >= most[constraint]! && !this.settle(constraint)) return false;
    }
    return true;
  }

  private settleGuarded(lit: Literal): boolean {
    const { items, size } = this.cardinality.guardedBy[lit]!;
    for (let i = 0; i < size; i++) if (!this.settle(items[i]!)) return false;
    return true;
  }

  /** Draws what follows from the number of literals of a constraint that are true. */
  protected settle(constraint: number): boolean {
    const { values } = this;
    const { count, most, guard, members } = this.cardinality;
    const room = most[constraint]! - count[constraint]!;
    if (room > 0) return true;
    const guarded = guard[constraint]!;
    const active = guarded < 0 ? 1 : values[guarded]!;
    if (active < 0) return true;
    if (room < 0) {
      if (active === 0) {
        this.assign(guarded ^ 1, constraint * 4 + CARDINALITY);
        return true;
      }
      this.conflict.size = 0;
      if (guarded >= 0) this.conflict.push(guarded ^ 1);
      this.explainCardinality(constraint, this.trailSize, most[constraint]! + 1, this.conflict);
      return false;
    }
    if (active === 0) return true;
    const literals = members[constraint]!;
    this.ticks += literals.length >> 3;
    for (let k = 0; k < literals.length; k++) {
      const other = literals[k]!;
      if (values[other] === 0) this.assign(other ^ 1, constraint * 4 + CARDINALITY);
    }
    return true;
  }

  /** Pushes the negations of `needed` members that were true before place `before` of the trail. */
  private explainCardinality(constraint: number, before: number, needed: number, into: IntList): void {
    const literals = this.cardinality.members[constraint]!;
    let left = needed;
    for (let k = 0; left > 0 && k < literals.length; k++) {
      const lit = literals[k]!;
      if (this.values[lit]! > 0 && this.trailAt[lit >> 1]! < before) {
        into.push(lit ^ 1);
        left--;
      }
    }
  }

  /** Pushes the false literals because of which `v` has its value. */
  protected explain(v: number, into: IntList): void {
    const reason = this.reason[v]!;
    const where = reason >> 2;
    if ((reason & 3) === BINARY) into.push(where);
    else if ((reason & 3) === CLAUSE) {
      const { arena } = this.clauses;
      const end = where + 2 + arena[where]!;
      for (let k = where + 2; k < end; k++) if (arena[k]! >> 1 !== v) into.push(arena[k]!);
      this.clauses.used(where);
    } else {
      const guard = this.cardinality.guard[where]!;
      const most = this.cardinality.most[where]!;
      if (guard >= 0 && guard >> 1 === v) this.explainCardinality(where, this.trailAt[v]!, most + 1, into);
      else {
        if (guard >= 0) into.push(guard ^ 1);
        this.explainCardinality(where, this.trailAt[v]!, most, into);
      }
    }
  }

  protected addBinary(a: Literal, b: Literal): void {
    this.implied[a ^ 1]!.push(b);
    this.implied[b ^ 1]!.push(a);
  }
}
