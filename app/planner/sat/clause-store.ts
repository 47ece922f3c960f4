import { grown, IntList } from "#app/planner/sat/int-list.ts";

// A clause at `c`: its size at `c`, its quality at `c + 1` (0: of the problem), its literals from `c + 2`.
const USED_BIT = 1 << 20;
const QUALITY_MASK = USED_BIT - 1;

/** Clauses of three and more literals in one array, each watched by its first two. */
export class ClauseStore {
  arena = new Int32Array(1 << 16);
  private size = 0;
  private learnt = new IntList(1024);
  private given = new IntList(1024);
  /** By literal: pairs of a clause that watches it and another literal of that clause. */
  watches: IntList[] = [];

  watch(literal: number): void {
    this.watches[literal] = new IntList(0);
  }

  /** @param quality 0 for a clause of the problem, else the number of levels: smaller is better */
  attach(literals: ArrayLike<number>, quality: number): number {
    const clause = this.size;
    const end = clause + 2 + literals.length;
    if (end > this.arena.length) this.arena = grown(this.arena, end * 2);
    this.arena[clause] = literals.length;
    this.arena[clause + 1] = quality > 0 ? Math.min(quality, QUALITY_MASK) | USED_BIT : 0;
    for (let i = 0; i < literals.length; i++) this.arena[clause + 2 + i] = literals[i]!;
    this.size = end;
    (quality > 0 ? this.learnt : this.given).push(clause);
    this.watchClause(clause);
    return clause;
  }

  /** Notes that the clause helped: it survives the next reduction. */
  used(clause: number): void {
    if (this.arena[clause + 1]! > 0) this.arena[clause + 1]! |= USED_BIT;
  }

  /** Forgets the worse half of the learnt clauses and all that hold for ever. Nothing may be decided meanwhile. */
  reduce(values: Int8Array): void {
    const { arena } = this;
    const learnt = Array.from(this.learnt.items.subarray(0, this.learnt.size));
    const candidates = learnt.filter((clause) => {
      const mark = arena[clause + 1]!;
      arena[clause + 1] = mark & QUALITY_MASK;
      return (mark & QUALITY_MASK) > 2 && !((mark & QUALITY_MASK) <= 6 && mark & USED_BIT);
    });
    candidates.sort((a, b) => arena[b + 1]! - arena[a + 1]! || arena[b]! - arena[a]! || a - b);
    const dropped = new Set(candidates.slice(0, candidates.length >> 1));
    const given = Array.from(this.given.items.subarray(0, this.given.size));
    const kept = [...given, ...learnt.filter((clause) => !dropped.has(clause))];
    const old = this.arena;
    this.arena = new Int32Array(old.length);
    this.size = 0;
    this.learnt.size = 0;
    this.given.size = 0;
    for (const list of this.watches) list.size = 0;
    for (const clause of kept) {
      const literals = old.subarray(clause + 2, clause + 2 + old[clause]!);
      if (literals.some((lit) => values[lit]! > 0)) continue;
      // Clauses are propagated to the end, so at least two literals of an unsatisfied one are open.
      const open = literals.filter((lit) => values[lit]! === 0);
      const quality = old[clause + 1]! & QUALITY_MASK;
      this.attach(open, quality);
      if (quality > 0) this.arena[this.learnt.items[this.learnt.size - 1]! + 1] = quality;
    }
  }

  private watchClause(clause: number): void {
    const a = this.arena[clause + 2]!;
    const b = this.arena[clause + 3]!;
    this.watches[a]!.push(clause);
    this.watches[a]!.push(b);
    this.watches[b]!.push(clause);
    this.watches[b]!.push(a);
  }
}
