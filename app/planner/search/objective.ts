import type { Model } from "#app/planner/model.ts";
import type { State } from "#app/planner/search/state.ts";

/** How good a timetable is: compared from left to right, less is better. */
export interface Score {
  breaks: number;
  notified: number;
  missed: number;
  /** Sum of the starts, counted from 0. */
  early: number;
}

/** Negative where `a` is better. */
export function compareScores(a: Score, b: Score): number {
  return a.breaks - b.breaks || a.notified - b.notified || a.missed - b.missed || a.early - b.early;
}

/** Counts a complete timetable from scratch. @param start by meeting, from 0 */
export function scoreOf(model: Model, start: Int32Array): Score {
  const score: Score = { breaks: 0, notified: 0, missed: 0, early: 0 };
  for (let p = 0; p < model.people; p++) {
    score.breaks += breaksIn(model, start, p);
    if (model.hasPrevious && model.diary[p]!.some((m) => start[m] !== model.previous[m])) score.notified++;
  }
  for (let m = 0; m < model.meetings; m++) {
    score.missed += model.missed[m * model.slots + start[m]!]!;
    score.early += start[m]!;
  }
  return score;
}

/** Breaks of one person in a complete timetable. */
export function breaksIn(model: Model, start: Int32Array, p: number): number {
  const spans = Array.from(model.diary[p]!, (m) => ({ from: start[m]!, length: model.length[m]! }));
  spans.sort((a, b) => a.from - b.from);
  let breaks = 0;
  let ended = Number.POSITIVE_INFINITY;
  for (const { from, length } of spans) {
    // A meeting may reach into the next part: what counts is where the idle slots lie.
    if (from > ended && model.part[ended - 1] === model.part[from]) breaks++;
    ended = from + length;
  }
  return breaks;
}

/** The largest difference between two people's numbers of breaks. */
export function spreadOf(model: Model, start: Int32Array): number {
  if (model.people === 0) return 0;
  const breaks = Array.from({ length: model.people }, (_, p) => breaksIn(model, start, p));
  return Math.max(...breaks) - Math.min(...breaks);
}

// One break is 1; what comes after it in the order of objectives weighs little enough to decide only between equals,
// mostly.
const NOTIFIED_WEIGHT = 0.3;
const MISSED_WEIGHT = 0.06;
const UNFAIR_WEIGHT = 2;

/** What the search minimises: breaks, unfairness, people to notify, missed preferences and, when asked, lateness. */
export class Objective {
  /** By person: meetings at another time than they know. */
  private readonly moved: Int32Array;
  /** Breaks above which a person has too many. */
  private limit = Number.POSITIVE_INFINITY;
  private notified = 0;
  private missed = 0;
  private early = 0;
  earlyWeight = 0;

  constructor(
    private readonly model: Model,
    private readonly state: State,
  ) {
    this.moved = new Int32Array(model.people);
    if (model.fairness >= 0) this.limit = model.fairness;
  }

  /** Takes the state as it is now. */
  recount(): void {
    this.moved.fill(0);
    this.notified = this.missed = this.early = 0;
    for (let m = 0; m < this.model.meetings; m++) if (this.state.start[m]! >= 0) this.note(m, this.state.start[m]!, 1);
    this.renew();
  }

  /** Notes that a meeting now starts (`change` 1) or no longer starts (-1) in a slot. */
  note(m: number, start: number, change: number): void {
    const { model, moved } = this;
    this.missed += change * model.missed[m * model.slots + start]!;
    this.early += change * start;
    if (!model.hasPrevious || start === model.previous[m]) return;
    for (const p of model.attendees[m]!) {
      const had = moved[p]!;
      moved[p] = had + change;
      if (had === 0) this.notified++;
      else if (had + change === 0) this.notified--;
    }
  }

  /** The score of the state as noted. */
  score(): Score {
    return { breaks: this.state.breaks, notified: this.notified, missed: this.missed, early: this.early };
  }

  /** Whether the state is better than this score. */
  beats(best: Score): boolean {
    const first = this.state.breaks - best.breaks || this.notified - best.notified || this.missed - best.missed;
    return first < 0 || (first === 0 && this.early < best.early);
  }

  /** Sets anew how many breaks are too many, where that depends on who has fewest. */
  renew(): void {
    if (this.model.fairness < 0) return;
    let least = Number.POSITIVE_INFINITY;
    for (let p = 0; p < this.model.people; p++) least = Math.min(least, this.state.breaksOf[p]!);
    this.limit = least + this.model.fairness;
  }

  /** Whether nobody has too many breaks. */
  isFair(): boolean {
    for (let p = 0; p < this.model.people; p++) if (this.state.breaksOf[p]! > this.limit) return false;
    return true;
  }

  /** What `change` more breaks of a person cost. */
  breakCost(p: number, change: number): number {
    if (change === 0 || this.limit === Number.POSITIVE_INFINITY) return change;
    const had = this.state.breaksOf[p]! - this.limit;
    const has = had + change;
    return change + UNFAIR_WEIGHT * (Math.max(has, 0) - Math.max(had, 0));
  }

  /** What moving a meeting costs besides breaks; people who have several meetings moved at once are estimated. */
  moveCost(m: number, from: number, to: number): number {
    const { model, moved } = this;
    const row = m * model.slots;
    let cost = MISSED_WEIGHT * (model.missed[row + to]! - model.missed[row + from]!) + this.earlyWeight * (to - from);
    if (!model.hasPrevious) return cost;
    const previous = model.previous[m]!;
    if (from === previous) {
      for (const p of model.attendees[m]!) if (moved[p] === 0) cost += NOTIFIED_WEIGHT;
    } else if (to === previous) {
      for (const p of model.attendees[m]!) if (moved[p] === 1) cost -= NOTIFIED_WEIGHT;
    }
    return cost;
  }
}
