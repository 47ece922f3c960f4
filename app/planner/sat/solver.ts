import { type Literal, NO_REASON } from "#app/planner/sat/assignment.ts";
import { IntList } from "#app/planner/sat/int-list.ts";
import { Learning } from "#app/planner/sat/learning.ts";

/** What `solve` found: a model, a proof, or the end of its budget. */
export type Verdict = "satisfiable" | "unsatisfiable" | "stopped";

/**
 * A solver for propositional clauses and "at most k of these": conflict-driven clause learning (Marques-Silva and
 * Sakallah, GRASP, 1999; Eén and Sörensson, MiniSat, 2003) with two watched literals, clause quality by the number of
 * decision levels (Audemard and Simon, Glucose, 2009), and cardinality constraints that propagate and explain by
 * themselves in place of encodings. Deterministic: the same calls with the same budgets give the same answers.
 */
export class SatSolver extends Learning {
  private variables = 0;
  private contradiction = false;
  /** After "satisfiable", by variable: 1 true, -1 false. */
  model = new Int8Array(0);
  /** After "unsatisfiable": assumptions that cannot hold together; empty where the clauses alone contradict. */
  core: Literal[] = [];

  /** @returns the positive literal of a new variable */
  variable(): Literal {
    const v = this.variables++;
    if (v >= this.level.length) this.grow(v * 2 + 2);
    this.reason[v] = NO_REASON;
    this.saved[v] = -1;
    this.order.add(v);
    for (let lit = 2 * v; lit <= 2 * v + 1; lit++) {
      this.implied[lit] = new IntList(0);
      this.groupsOf[lit] = new IntList(0);
      this.clauses.watch(lit);
      this.cardinality.watch(lit);
    }
    return 2 * v;
  }

  /** Adds "one of these is true". Between calls of `solve` only. */
  add(...literals: Literal[]): void {
    if (!this.toGround()) return;
    const kept: Literal[] = [];
    for (const lit of [...new Set(literals)].sort((a, b) => a - b)) {
      if (this.values[lit]! > 0 || kept.includes(lit ^ 1)) return;
      if (this.values[lit]! === 0) kept.push(lit);
    }
    if (kept.length === 0) this.contradiction = true;
    else if (kept.length === 1) {
      this.assign(kept[0]!, NO_REASON);
      if (!this.propagate()) this.contradiction = true;
    } else if (kept.length === 2) this.addBinary(kept[0]!, kept[1]!);
    else this.clauses.attach(kept, 0);
  }

  /** Adds "at most one of these is true". */
  atMostOne(literals: Literal[]): void {
    if (!this.toGround()) return;
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
    if (!this.toGround()) return;
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
    const constraint = this.cardinality.add(literals, most, guard);
    for (const lit of literals) if (this.values[lit]! > 0) this.cardinality.count[constraint]!++;
    if (!this.settle(constraint) || !this.propagate()) this.contradiction = true;
  }

  /** Prefers this value when the variable is decided next. */
  prefer(lit: Literal): void {
    const sign = lit & 1 ? -1 : 1;
    this.saved[lit >> 1] = sign;
    this.target[lit >> 1] = sign;
    this.targetSize = 0;
  }

  /**
   * Looks for a model in which the assumptions hold.
   * @param budget work that may be done, in ticks
   * @param stop asked every now and then; true ends the call
   */
  solve(assumptions: Literal[], budget: number, stop: () => boolean = () => false): Verdict {
    this.core = [];
    if (!this.toGround()) return "unsatisfiable";
    const end = this.ticks + budget;
    let steps = 0;
    this.restarts.restarted();
    for (;;) {
      if (!this.propagate()) {
        if (this.levelStart.size === 0) {
          this.contradiction = true;
          return "unsatisfiable";
        }
        this.learn();
        if (this.ticks > end || ((this.conflicts & 31) === 0 && stop())) return this.pause();
      } else if (this.restarts.wantsRestart() && this.levelStart.size > assumptions.length) {
        this.keepTarget();
        const forgets = this.restarts.wantsReduction();
        // Assumptions would only be made again.
        this.backTo(forgets ? 0 : assumptions.length);
        this.restarts.restarted();
        if (forgets) this.reduce();
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

  /** Takes all decisions back and draws what follows without any: a unit may have been learnt just before a pause. */
  private toGround(): boolean {
    this.backTo(0);
    if (!this.contradiction && !this.propagate()) this.contradiction = true;
    return !this.contradiction;
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
        this.assign(lit, NO_REASON);
        return "decided";
      }
    }
    for (;;) {
      if (this.order.isEmpty) return "complete";
      const v = this.order.pop();
      if (this.values[2 * v] !== 0) continue;
      const sign = this.restarts.isStable && this.target[v] !== 0 ? this.target[v]! : this.saved[v]!;
      this.levelStart.push(this.trailSize);
      this.assign(sign > 0 ? 2 * v : 2 * v + 1, NO_REASON);
      return "decided";
    }
  }

  /** Forgets the worse half of the learnt clauses; nothing is decided at this time. */
  private reduce(): void {
    for (let at = 0; at < this.trailSize; at++) this.reason[this.trail[at]! >> 1] = NO_REASON;
    this.clauses.reduce(this.values);
    this.targetSize = 0;
  }
}
