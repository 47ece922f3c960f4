import { BINARY, CLAUSE, type Literal, NO_REASON } from "#app/planner/sat/assignment.ts";
import { grown, IntList } from "#app/planner/sat/int-list.ts";
import { Propagation } from "#app/planner/sat/propagation.ts";
import { RestartPolicy } from "#app/planner/sat/restart-policy.ts";

/** Learns from conflicts. */
export class Learning extends Propagation {
  protected restarts = new RestartPolicy();
  conflicts = 0;
  private seen = new Uint8Array(16);
  private learnt = new IntList(64);
  private scratch = new IntList(256);
  private marked = new IntList(64);
  private levelStamp = new Int32Array(16);
  private stamp = 0;

  /** Learns a clause from the conflict (first unique implication point), jumps back, and asserts it. */
  protected learn(): void {
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
    this.order.decay(this.restarts.isStable ? 0.95 : 0.92);
    this.restarts.learnt(quality);
  }

  /** Leaves out literals that follow from the others. */
  private minimise(): void {
    const { learnt } = this;
    let keep = 1;
    for (let i = 1; i < learnt.size; i++) {
      const lit = learnt.items[i]!;
      this.scratch.size = 0;
      if (this.reason[lit >> 1] === NO_REASON || !this.follows(lit >> 1, 0)) learnt.items[keep++] = lit;
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
      if (seen[u] === 2 || reason[u] === NO_REASON || depth > 20 || !this.follows(u, depth + 1)) all = false;
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
      this.assign(items[0]!, NO_REASON);
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
      this.assign(items[0]!, second * 4 + BINARY);
    } else this.assign(items[0]!, this.clauses.attach(items.subarray(0, size), quality) * 4 + CLAUSE);
  }

  /** The assumptions from which the negation of `lit` follows, and `lit`. */
  protected coreOf(lit: Literal): Literal[] {
    const core = [lit];
    const wanted = new Set([lit >> 1]);
    for (let at = this.trailSize - 1; at >= 0; at--) {
      const v = this.trail[at]! >> 1;
      if (!wanted.has(v) || this.level[v] === 0) continue;
      // Only assumptions are decided at this time.
      if (this.reason[v] === NO_REASON) {
        core.push(this.trail[at]!);
        continue;
      }
      this.scratch.size = 0;
      this.explain(v, this.scratch);
      for (let i = 0; i < this.scratch.size; i++) wanted.add(this.scratch.items[i]! >> 1);
    }
    return core;
  }

  protected override grow(length: number): void {
    super.grow(length);
    this.seen = grown(this.seen, length);
    this.levelStamp = grown(this.levelStamp, length + 1);
  }
}
