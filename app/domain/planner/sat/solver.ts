import { ClauseStore } from "#app/domain/planner/sat/clause-store.ts";
import { Counters } from "#app/domain/planner/sat/counters.ts";
import { grown, IntList } from "#app/domain/planner/sat/int-list.ts";
import { Pace } from "#app/domain/planner/sat/pace.ts";
import { VariableOrder } from "#app/domain/planner/sat/variable-order.ts";

/** What `solve` found: a model, a proof, or the end of its budget. */
export type Verdict = "satisfiable" | "unsatisfiable" | "stopped";

/** A literal is `2 * variable`, or `2 * variable + 1` for its negation; `literal ^ 1` negates. */
export type Literal = number;

// How a reason is told in one number: what it is in the last two bits, where it is in the others.
const none = -1;
const isClause = 0;
const isBinary = 1;
const isCounter = 2;

/**
 * A solver for propositional clauses and "at most k of these": conflict-driven clause learning (Marques-Silva and
 * Sakallah, GRASP, 1999; Eén and Sörensson, MiniSat, 2003) with two watched literals, clause quality by the number of
 * decision levels (Audemard and Simon, Glucose, 2009), and counters that propagate and explain by themselves in place
 * of encodings. Deterministic: the same calls with the same budgets give the same answers.
 */
export class SatSolver {
  /** By literal: 1 true, -1 false, 0 open. */
  private values = new Int8Array(32);
  private level = new Int32Array(16);
  private reason = new Int32Array(16);
  private trailAt = new Int32Array(16);
  private saved = new Int8Array(16);
  private target = new Int8Array(16);
  private seen = new Uint8Array(16);
  private trail = new Int32Array(16);
  private trailSize = 0;
  private head = 0;
  private levelStart = new IntList(16);
  private order = new VariableOrder();
  private clauses = new ClauseStore();
  private counters = new Counters();
  /** By literal: what becomes true with it, from clauses of two literals. */
  private implied: IntList[] = [];
  /** By literal: the groups of which at most one is true. */
  private groupsOf: IntList[] = [];
  private groups: Int32Array[] = [];
  private variables = 0;
  private contradiction = false;
  private conflict = new IntList(64);
  private learnt = new IntList(64);
  private scratch = new IntList(256);
  private marked = new IntList(64);
  private levelStamp = new Int32Array(16);
  private stamp = 0;
  private targetSize = 0;
  private pace = new Pace();
  /** Work done so far, in visits of clauses and assignments: repeatable, and about proportional to time. */
  ticks = 0;
  conflicts = 0;
  /** After "satisfiable", by variable: 1 true, -1 false. */
  model = new Int8Array(0);
  /** After "unsatisfiable": assumptions that cannot hold together; empty where the clauses alone contradict. */
  core: Literal[] = [];

  /** @returns the positive literal of a new variable */
  variable(): Literal {
    const v = this.variables++;
    if (v >= this.level.length) this.grow(v * 2 + 2);
    this.reason[v] = none;
    this.saved[v] = -1;
    this.order.add(v);
    for (let lit = 2 * v; lit <= 2 * v + 1; lit++) {
      this.implied[lit] = new IntList(0);
      this.groupsOf[lit] = new IntList(0);
      this.clauses.watch(lit);
      this.counters.watch(lit);
    }
    return 2 * v;
  }

  /** Adds "one of these is true". Between calls of `solve` only. */
  add(...literals: Literal[]): void {
    this.backTo(0);
    if (this.contradiction) return;
    const kept: Literal[] = [];
    for (const lit of [...new Set(literals)].sort((a, b) => a - b)) {
      if (this.values[lit]! > 0 || kept.includes(lit ^ 1)) return;
      if (this.values[lit]! === 0) kept.push(lit);
    }
    if (kept.length === 0) this.contradiction = true;
    else if (kept.length === 1) {
      this.assign(kept[0]!, none);
      if (!this.propagate()) this.contradiction = true;
    } else if (kept.length === 2) this.addBinary(kept[0]!, kept[1]!);
    else this.clauses.attach(kept, 0);
  }

  /** Adds "at most one of these is true". */
  atMostOne(literals: Literal[]): void {
    this.backTo(0);
    const group = Int32Array.from(literals);
    if (group.length < 2) return;
    for (const lit of group) this.groupsOf[lit]!.push(this.groups.length);
    this.groups.push(group);
    for (const lit of group) {
      if (this.values[lit]! > 0) for (const other of group) if (other !== lit) this.add(other ^ 1);
    }
  }

  /** Adds "at most `most` of these are true", only while `guard` holds where one is given. */
  atMost(literals: Literal[], most: number, guard = -1): void {
    this.backTo(0);
    if (literals.length <= most) return;
    if (most < 0) {
      if (guard < 0) this.contradiction = true;
      else this.add(guard ^ 1);
      return;
    }
    if (most === 0 && guard < 0) {
      for (const lit of literals) this.add(lit ^ 1);
      return;
    }
    const counter = this.counters.add(literals, most, guard);
    for (const lit of literals) if (this.values[lit]! > 0) this.counters.count[counter]!++;
    if (!this.settle(counter) || !this.propagate()) this.contradiction = true;
  }

  /** Prefers this value when the variable is decided next. */
  prefer(lit: Literal): void {
    const sign = lit & 1 ? -1 : 1;
    this.saved[lit >> 1] = sign;
    this.target[lit >> 1] = sign;
    this.targetSize = 0;
  }

  /** Makes a variable more likely to be decided early. */
  urge(lit: Literal): void {
    this.order.bump(lit >> 1);
  }

  /** The value that follows from the clauses alone: 1 true, -1 false, 0 open. */
  fixedValue(lit: Literal): number {
    const value = this.values[lit]!;
    return value !== 0 && this.level[lit >> 1] === 0 ? value : 0;
  }

  /**
   * Looks for a model in which the assumptions hold.
   * @param budget work that may be done, in ticks
   * @param stop asked every now and then; true ends the call
   */
  solve(assumptions: Literal[], budget: number, stop: () => boolean = () => false): Verdict {
    this.backTo(0);
    this.core = [];
    if (this.contradiction || !this.propagate()) {
      this.contradiction = true;
      return "unsatisfiable";
    }
    const end = this.ticks + budget;
    let steps = 0;
    this.pace.restarted();
    for (;;) {
      if (!this.propagate()) {
        if (this.levelStart.size === 0) {
          this.contradiction = true;
          return "unsatisfiable";
        }
        this.learn();
        if (this.ticks > end || ((this.conflicts & 31) === 0 && stop())) return this.pause();
      } else if (this.pace.wantsRestart() && this.levelStart.size > assumptions.length) {
        this.keepTarget();
        this.backTo(0);
        this.pace.restarted();
        if (this.pace.wantsReduction()) this.reduce();
      } else {
        const next = this.decide(assumptions);
        if (next === "refuted") return "unsatisfiable";
        if (next === "complete") {
          this.model = Int8Array.from({ length: this.variables }, (_, v) => this.values[2 * v]!);
          this.backTo(0);
          return "satisfiable";
        }
        if ((++steps & 1023) === 0 && (this.ticks > end || stop())) return this.pause();
      }
    }
  }

  private pause(): Verdict {
    this.keepTarget();
    this.backTo(0);
    return "stopped";
  }

  private decide(assumptions: Literal[]): "refuted" | "complete" | "decided" {
    while (this.levelStart.size < assumptions.length) {
      const lit = assumptions[this.levelStart.size]!;
      const value = this.values[lit]!;
      if (value < 0) {
        this.core = this.coreOf(lit);
        return "refuted";
      }
      this.levelStart.push(this.trailSize);
      if (value === 0) {
        this.assign(lit, none);
        return "decided";
      }
    }
    for (;;) {
      if (this.order.isEmpty) return "complete";
      const v = this.order.pop();
      if (this.values[2 * v] !== 0) continue;
      const sign = this.pace.isStable && this.target[v] !== 0 ? this.target[v]! : this.saved[v]!;
      this.levelStart.push(this.trailSize);
      this.assign(sign > 0 ? 2 * v : 2 * v + 1, none);
      return "decided";
    }
  }

  private assign(lit: Literal, reason: number): void {
    const v = lit >> 1;
    this.values[lit] = 1;
    this.values[lit ^ 1] = -1;
    this.level[v] = this.levelStart.size;
    this.reason[v] = reason;
    this.trailAt[v] = this.trailSize;
    this.trail[this.trailSize++] = lit;
  }

  private backTo(level: number): void {
    if (this.levelStart.size <= level) return;
    const from = this.levelStart.items[level]!;
    const { values, trail, order, saved, counters } = this;
    for (let at = this.trailSize - 1; at >= from; at--) {
      const lit = trail[at]!;
      const v = lit >> 1;
      values[lit] = 0;
      values[lit ^ 1] = 0;
      saved[v] = lit & 1 ? -1 : 1;
      order.insert(v);
      if (at < this.head) counters.uncount(lit);
    }
    this.trailSize = from;
    if (this.head > from) this.head = from;
    this.levelStart.size = level;
  }

  /** Draws all consequences. False on a conflict, whose literals (all false) are then in `conflict`. */
  private propagate(): boolean {
    while (this.head < this.trailSize) {
      const lit = this.trail[this.head++]!;
      this.ticks++;
      if (this.counters.of[lit]!.size > 0 && !this.count(lit)) return false;
      if (this.counters.guardedBy[lit]!.size > 0 && !this.settleGuarded(lit)) return false;
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
        this.assign(other ^ 1, (lit ^ 1) * 4 + isBinary);
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
      this.assign(other, (lit ^ 1) * 4 + isBinary);
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
      this.assign(other, clause * 4 + isClause);
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

  /** Counts a literal that became true in all its counters, then looks whether one is full. */
  private count(lit: Literal): boolean {
    const { of, count, most } = this.counters;
    const { items, size } = of[lit]!;
    for (let i = 0; i < size; i++) count[items[i]!]!++;
    for (let i = 0; i < size; i++) {
      const counter = items[i]!;
      if (count[counter]! >= most[counter]! && !this.settle(counter)) return false;
    }
    return true;
  }

  private settleGuarded(lit: Literal): boolean {
    const { items, size } = this.counters.guardedBy[lit]!;
    for (let i = 0; i < size; i++) if (!this.settle(items[i]!)) return false;
    return true;
  }

  /** Draws what follows from the number of literals of a counter that are true. */
  private settle(counter: number): boolean {
    const { values } = this;
    const { count, most, guard, members } = this.counters;
    const room = most[counter]! - count[counter]!;
    if (room > 0) return true;
    const guarded = guard[counter]!;
    const active = guarded < 0 ? 1 : values[guarded]!;
    if (active < 0) return true;
    if (room < 0) {
      if (active === 0) {
        this.assign(guarded ^ 1, counter * 4 + isCounter);
        return true;
      }
      this.conflict.size = 0;
      if (guarded >= 0) this.conflict.push(guarded ^ 1);
      this.explainCounter(counter, this.trailSize, most[counter]! + 1, this.conflict);
      return false;
    }
    if (active === 0) return true;
    const literals = members[counter]!;
    this.ticks += literals.length >> 3;
    for (let k = 0; k < literals.length; k++) {
      const other = literals[k]!;
      if (values[other] === 0) this.assign(other ^ 1, counter * 4 + isCounter);
    }
    return true;
  }

  /** Pushes the negations of `needed` members that were true before place `before` of the trail. */
  private explainCounter(counter: number, before: number, needed: number, into: IntList): void {
    const literals = this.counters.members[counter]!;
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
  private explain(v: number, into: IntList): void {
    const reason = this.reason[v]!;
    const where = reason >> 2;
    if ((reason & 3) === isBinary) into.push(where);
    else if ((reason & 3) === isClause) {
      const { arena } = this.clauses;
      const end = where + 2 + arena[where]!;
      for (let k = where + 2; k < end; k++) if (arena[k]! >> 1 !== v) into.push(arena[k]!);
      this.clauses.used(where);
    } else {
      const guard = this.counters.guard[where]!;
      const most = this.counters.most[where]!;
      if (guard >= 0 && guard >> 1 === v) this.explainCounter(where, this.trailAt[v]!, most + 1, into);
      else {
        if (guard >= 0) into.push(guard ^ 1);
        this.explainCounter(where, this.trailAt[v]!, most, into);
      }
    }
  }

  /** Learns a clause from the conflict (first unique implication point), jumps back, and asserts it. */
  private learn(): void {
    this.conflicts++;
    const { level, seen, trail, learnt, scratch, marked } = this;
    const current = this.levelStart.size;
    learnt.size = 0;
    learnt.push(0);
    marked.size = 0;
    scratch.size = 0;
    for (let i = 0; i < this.conflict.size; i++) scratch.push(this.conflict.items[i]!);
    let open = 0;
    let at = this.trailSize - 1;
    let asserting = 0;
    for (;;) {
      for (let i = 0; i < scratch.size; i++) {
        const lit = scratch.items[i]!;
        const v = lit >> 1;
        if (seen[v] || level[v] === 0) continue;
        seen[v] = 1;
        marked.push(v);
        this.order.bump(v);
        if (level[v]! >= current) open++;
        else learnt.push(lit);
      }
      while (!seen[trail[at]! >> 1]) at--;
      asserting = trail[at--]!;
      open--;
      if (open === 0) break;
      scratch.size = 0;
      this.explain(asserting >> 1, scratch);
    }
    learnt.items[0] = asserting ^ 1;
    this.minimise();
    const quality = this.qualityOf(learnt);
    for (let i = 0; i < marked.size; i++) seen[marked.items[i]!] = 0;
    this.assert(quality);
    this.order.decay(this.pace.isStable ? 0.95 : 0.92);
    this.pace.learnt(quality);
  }

  /** Leaves out literals that follow from the others. */
  private minimise(): void {
    const { learnt } = this;
    let keep = 1;
    for (let i = 1; i < learnt.size; i++) {
      const lit = learnt.items[i]!;
      this.scratch.size = 0;
      if (this.reason[lit >> 1] === none || !this.follows(lit >> 1, 0)) learnt.items[keep++] = lit;
    }
    learnt.size = keep;
  }

  private follows(v: number, depth: number): boolean {
    const { scratch, level, seen, reason } = this;
    const start = scratch.size;
    this.explain(v, scratch);
    const end = scratch.size;
    let all = true;
    for (let i = start; all && i < end; i++) {
      const u = scratch.items[i]! >> 1;
      // 1: in the clause or known to follow; 2: known not to.
      if (level[u] === 0 || seen[u] === 1) continue;
      if (seen[u] === 2 || reason[u] === none || depth > 20 || !this.follows(u, depth + 1)) all = false;
    }
    scratch.size = start;
    if (depth > 0) {
      if (seen[v] === 0) this.marked.push(v);
      seen[v] = all ? 1 : 2;
    }
    return all;
  }

  /** The number of decision levels among the literals: few is good. */
  private qualityOf(list: IntList): number {
    const stamp = ++this.stamp;
    let levels = 0;
    for (let i = 0; i < list.size; i++) {
      const level = this.level[list.items[i]! >> 1]!;
      if (this.levelStamp[level] === stamp) continue;
      this.levelStamp[level] = stamp;
      levels++;
    }
    return levels;
  }

  private assert(quality: number): void {
    const { learnt, level } = this;
    const { items, size } = learnt;
    if (size === 1) {
      this.backTo(0);
      this.assign(items[0]!, none);
      return;
    }
    let deepest = 1;
    for (let i = 2; i < size; i++) if (level[items[i]! >> 1]! > level[items[deepest]! >> 1]!) deepest = i;
    const second = items[deepest]!;
    items[deepest] = items[1]!;
    items[1] = second;
    this.backTo(level[second >> 1]!);
    if (size === 2) {
      this.addBinary(items[0]!, second);
      this.assign(items[0]!, second * 4 + isBinary);
    } else this.assign(items[0]!, this.clauses.attach(items.subarray(0, size), quality) * 4 + isClause);
  }

  private addBinary(a: Literal, b: Literal): void {
    this.implied[a ^ 1]!.push(b);
    this.implied[b ^ 1]!.push(a);
  }

  /** The assumptions from which the negation of `lit` follows, and `lit`. */
  private coreOf(lit: Literal): Literal[] {
    const core = [lit];
    const wanted = new Set([lit >> 1]);
    for (let at = this.trailSize - 1; at >= 0; at--) {
      const v = this.trail[at]! >> 1;
      if (!wanted.has(v) || this.level[v] === 0) continue;
      // Only assumptions are decided at this time.
      if (this.reason[v] === none) {
        core.push(this.trail[at]!);
        continue;
      }
      this.scratch.size = 0;
      this.explain(v, this.scratch);
      for (let i = 0; i < this.scratch.size; i++) wanted.add(this.scratch.items[i]! >> 1);
    }
    return core;
  }

  /** Remembers the longest assignment without a conflict, to be tried again. */
  private keepTarget(): void {
    if (this.trailSize <= this.targetSize) return;
    this.targetSize = this.trailSize;
    for (let at = 0; at < this.trailSize; at++) {
      const lit = this.trail[at]!;
      this.target[lit >> 1] = lit & 1 ? -1 : 1;
    }
  }

  /** Forgets the worse half of the learnt clauses; nothing is decided at this time. */
  private reduce(): void {
    if (!this.propagate()) {
      this.contradiction = true;
      return;
    }
    for (let at = 0; at < this.trailSize; at++) this.reason[this.trail[at]! >> 1] = none;
    this.clauses.reduce(this.values);
    this.targetSize = 0;
  }

  private grow(length: number): void {
    this.values = grown(this.values, length * 2);
    this.level = grown(this.level, length);
    this.reason = grown(this.reason, length);
    this.trailAt = grown(this.trailAt, length);
    this.saved = grown(this.saved, length);
    this.target = grown(this.target, length);
    this.seen = grown(this.seen, length);
    this.trail = grown(this.trail, length);
    this.levelStamp = grown(this.levelStamp, length + 1);
  }
}
