import type { Model } from "#app/planner/model.ts";
import type { Rule } from "#app/planner/problem.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import { SatSolver } from "#app/planner/sat/solver.ts";

/** Breaks of one person are distinguished up to this number in the objective; more count as this many (a relaxation). */
const MAX_COUNTED = 8;

/** The problem in clauses and cardinality constraints. What each literal means: */
export interface Encoding {
  solver: SatSolver;
  guard: (rule: Rule) => Literal;
  /** Meetings by slots: "starts here", or -1 where it may not. */
  start: Int32Array;
  /** By person and number: "has at least j + 1 breaks". */
  breaks: Literal[][];
  /** By person: "must be notified"; empty without a previous timetable. */
  notified: Literal[];
  /** "Starts here", as many times as attendees would rather have another time. */
  missed: Literal[];
}

/** What switches a rule on: a literal, or -1 for a rule that always holds. */
export type Guard = (rule: Rule, solver: SatSolver) => Literal;

/**
 * Writes a problem. Availability, ranges and fixed slots are in `model.allowed`; a meeting without a start makes the
 * whole contradictory.
 * @param guard says which rules can be switched off, for explanations
 */
export function encode(model: Model, guard: Guard = () => -1): Encoding {
  const solver = new SatSolver();
  const yes = solver.variable();
  solver.add(yes);
  const encoding: Encoding = {
    solver,
    guard: (rule) => guard(rule, solver),
    start: new Int32Array(model.meetings * model.slots).fill(-1),
    breaks: [],
    notified: [],
    missed: [],
  };
  placeMeetings(model, encoding);
  orderMeetings(model, encoding);
  limitSlots(model, encoding);
  const busy: Literal[][] = [];
  // Who is in the same meetings has the same times: colleagues share their literals.
  const alike = new Map<string, number>();
  for (let p = 0; p < model.people; p++) {
    const diary = model.diary[p]!.join();
    const other = alike.get(diary);
    busy.push(other === undefined ? keepApart(model, encoding, p, yes ^ 1) : busy[other]!);
    encoding.breaks.push(
      other === undefined ? countBreaks(model, encoding, p, busy[p]!, yes ^ 1) : encoding.breaks[other]!,
    );
    if (other === undefined) alike.set(diary, p);
  }
  limitCrowd(model, encoding, busy, yes ^ 1);
  shareFairly(model, encoding);
  if (model.hasPrevious) for (let p = 0; p < model.people; p++) notifyPerson(model, encoding, p);
  for (let at = 0; at < encoding.start.length; at++) {
    if (encoding.start[at]! < 0) continue;
    for (let i = 0; i < model.missed[at]!; i++) encoding.missed.push(encoding.start[at]!);
  }
  return encoding;
}

/** Every meeting starts exactly once. */
function placeMeetings(model: Model, { solver, start }: Encoding): void {
  for (let m = 0; m < model.meetings; m++) {
    const starts: Literal[] = [];
    for (let at = m * model.slots; at < (m + 1) * model.slots; at++) {
      if (!model.allowed[at]) continue;
      start[at] = solver.variable();
      starts.push(start[at]!);
    }
    solver.add(...starts);
    solver.atMostOne(starts);
  }
}

/** A meeting starts only where those before it have ended, by "has started by this slot" of both. */
function orderMeetings(model: Model, { solver, start, guard }: Encoding): void {
  const { slots } = model;
  const started = new Map<number, Literal[]>();
  const startedBy = (m: number): Literal[] => {
    const known = started.get(m);
    if (known) return known;
    const by: Literal[] = [];
    for (let slot = 0; slot < slots; slot++) {
      const here = start[m * slots + slot]!;
      const earlier = by[slot - 1];
      const now = solver.variable();
      if (here >= 0) solver.add(here ^ 1, now);
      if (earlier !== undefined) solver.add(earlier ^ 1, now);
      solver.add(now ^ 1, ...(here >= 0 ? [here] : []), ...(earlier !== undefined ? [earlier] : []));
      by.push(now);
    }
    started.set(m, by);
    return by;
  };
  for (let m = 0; m < model.meetings; m++) {
    for (const n of model.before[m]!) {
      const first = startedBy(n);
      const then = startedBy(m);
      const { meetings } = model.problem;
      const unless = off(guard({ kind: "after", meeting: meetings[m]!.id, before: meetings[n]!.id }));
      for (let slot = 0; slot < slots; slot++) {
        const ended = slot - model.length[n]!;
        if (ended < 0) solver.add(...unless, then[slot]! ^ 1);
        else solver.add(...unless, then[slot]! ^ 1, first[ended]!);
      }
    }
  }
}

/** What is added to a clause so that it holds only while its rule is switched on. */
function off(guard: Literal): Literal[] {
  return guard < 0 ? [] : [guard ^ 1];
}

/** The starts of meeting `m` with which it is running in `slot`, or within `more` slots after its end. */
function covering(model: Model, start: Int32Array, m: number, slot: number, more: number): Literal[] {
  const found: Literal[] = [];
  for (let from = Math.max(0, slot - model.length[m]! - more + 1); from <= slot; from++) {
    const literal = start[m * model.slots + from]!;
    if (literal >= 0) found.push(literal);
  }
  return found;
}

function limitSlots(model: Model, { solver, start, guard }: Encoding): void {
  if (model.capacity >= model.meetings) return;
  const switched = guard({ kind: "capacity", places: model.capacity });
  let work = 0;
  for (const length of model.length) work += length;
  const least = work - model.capacity * (model.slots - 1);
  for (let slot = 0; slot < model.slots; slot++) {
    const running: Literal[] = [];
    for (let m = 0; m < model.meetings; m++) running.push(...covering(model, start, m, slot, 0));
    solver.atMost(running, model.capacity, switched);
    // Where the others cannot hold all, this slot must hold the rest.
    if (least > 0) {
      const not = running.map((literal) => literal ^ 1);
      solver.atMost(not, running.length - least, switched);
    }
  }
}

/** Nobody is in two places. @returns by slot: "is in a meeting" */
function keepApart(model: Model, { solver, start, guard }: Encoding, p: number, no: Literal): Literal[] {
  const switched = guard({ kind: "one-at-a-time", person: model.problem.people[p]!.id });
  const busy: Literal[] = [];
  const diary = model.diary[p]!;
  for (let slot = 0; slot < model.slots; slot++) {
    const running: Literal[] = [];
    const blocking: Literal[] = [];
    for (const m of diary) {
      running.push(...covering(model, start, m, slot, 0));
      blocking.push(...covering(model, start, m, slot, model.buffer));
    }
    if (switched < 0) solver.atMostOne(blocking);
    else solver.atMost(blocking, 1, switched);
    busy.push(oneOf(solver, running, no));
  }
  let work = 0;
  for (const m of diary) work += model.length[m]!;
  if (diary.length > 1) {
    const open = busy.filter((literal) => literal !== no);
    solver.atMost(open, work, switched);
    const not = open.map((literal) => literal ^ 1);
    solver.atMost(not, open.length - work, switched);
  }
  return busy;
}

/** In a slot no more people are busy than the largest meetings that fit hold: it follows, and shortens proofs. */
function limitCrowd(model: Model, { solver, guard }: Encoding, busy: Literal[][], no: Literal): void {
  if (model.capacity >= model.meetings) return;
  const switched = guard({ kind: "capacity", places: model.capacity });
  const sizes = Array.from(model.attendees, (people) => people.length).sort((a, b) => b - a);
  let most = 0;
  for (let i = 0; i < model.capacity; i++) most += sizes[i]!;
  for (let slot = 0; slot < model.slots; slot++) {
    const here = busy.map((row) => row[slot]!).filter((literal) => literal !== no);
    solver.atMost(here, most, switched);
  }
}

/** A literal that is true exactly when one of these is. */
function oneOf(solver: SatSolver, literals: Literal[], no: Literal): Literal {
  if (literals.length === 0) return no;
  if (literals.length === 1) return literals[0]!;
  const any = solver.variable();
  for (const literal of literals) solver.add(literal ^ 1, any);
  solver.add(any ^ 1, ...literals);
  return any;
}

/** @returns "has at least j breaks" for j from 1 */
function countBreaks(model: Model, { solver, guard }: Encoding, p: number, busy: Literal[], no: Literal): Literal[] {
  const diary = model.diary[p]!;
  if (diary.length < 2) return [];
  const ends: Literal[] = [];
  const early: Literal[] = [];
  const late: Literal[] = [];
  for (let slot = 0; slot < model.slots; slot++) {
    const opens = slot === 0 || model.part[slot] !== model.part[slot - 1];
    early.push(opens ? busy[slot]! : oneOf(solver, without(no, early[slot - 1]!, busy[slot]!), no));
  }
  for (let slot = model.slots - 1; slot >= 0; slot--) {
    const closes = slot === model.slots - 1 || model.part[slot] !== model.part[slot + 1];
    late[slot] = closes ? busy[slot]! : oneOf(solver, without(no, late[slot + 1]!, busy[slot]!), no);
  }
  for (let slot = 2; slot < model.slots; slot++) {
    if (model.part[slot - 2] !== model.part[slot]) continue;
    if (early[slot - 2] === no || busy[slot] === no) continue;
    const end = solver.variable();
    solver.add(end ^ 1, busy[slot]!);
    solver.add(end ^ 1, busy[slot - 1]! ^ 1);
    solver.add(end ^ 1, early[slot - 2]!);
    solver.add(end, busy[slot]! ^ 1, busy[slot - 1]!, early[slot - 2]! ^ 1);
    ends.push(end);
  }
  const atLeast = counted(solver, ends, countsNeeded(model, diary.length));
  const some = atLeast[0];
  if (some === undefined) return [];
  // Without a break, all slots between the first meeting and the last one are taken: this follows, and is said because
  // it lets the solver see it at once.
  for (let slot = 1; slot < model.slots - 1; slot++) {
    if (model.part[slot - 1] !== model.part[slot + 1]) continue;
    solver.add(some, early[slot - 1]! ^ 1, late[slot + 1]! ^ 1, busy[slot]!);
  }
  if (model.parts === 1 && model.buffer === 0) {
    let work = 0;
    for (const m of diary) work += model.length[m]!;
    const unless = off(guard({ kind: "one-at-a-time", person: model.problem.people[p]!.id }));
    for (let slot = 0; slot + work < model.slots; slot++) {
      solver.add(...unless, some, early[slot]! ^ 1, late[slot + work]! ^ 1);
    }
  }
  return atLeast;
}

function without(no: Literal, ...literals: Literal[]): Literal[] {
  return literals.filter((literal) => literal !== no);
}

function countsNeeded(model: Model, meetings: number): number {
  const most = Math.min(meetings - 1, model.slots >> 1);
  return fairnessIsRelative(model) ? most : Math.min(most, Math.max(MAX_COUNTED, model.fairness + 1));
}

/** "At least j of these are true" for j from 1 to `most`, in both directions (a sequential counter, Sinz 2005). */
function counted(solver: SatSolver, literals: Literal[], most: number): Literal[] {
  let sums: Literal[] = [];
  for (const literal of literals) {
    const next: Literal[] = [];
    for (let j = 0; j < Math.min(most, sums.length + 1); j++) {
      const sum = solver.variable();
      const same = sums[j];
      const fewer = j === 0 ? null : sums[j - 1]!;
      if (same !== undefined) solver.add(same ^ 1, sum);
      solver.add(literal ^ 1, sum, ...(fewer === null ? [] : [fewer ^ 1]));
      solver.add(sum ^ 1, literal, ...(same === undefined ? [] : [same]));
      if (fewer !== null) solver.add(sum ^ 1, fewer, ...(same === undefined ? [] : [same]));
      next.push(sum);
    }
    sums = next;
  }
  for (let j = 1; j < sums.length; j++) solver.add(sums[j]! ^ 1, sums[j - 1]!);
  return sums;
}

/** Whether the smallest number of breaks can be above 0: nobody has fewer than two meetings. */
function fairnessIsRelative(model: Model): boolean {
  return model.fairness >= 0 && model.diary.every((diary) => diary.length >= 2);
}

function shareFairly(model: Model, { solver, breaks, guard }: Encoding): void {
  if (model.fairness < 0) return;
  const unless = off(guard({ kind: "fairness", most: model.fairness }));
  const most = Math.max(...breaks.map((list) => list.length));
  const relative = fairnessIsRelative(model);
  // least[j]: everybody has at least j + 1 breaks.
  const least: Literal[] = [];
  for (let j = 0; relative && j + model.fairness < most; j++) {
    const all = solver.variable();
    for (const list of breaks) solver.add(all ^ 1, ...(list[j] === undefined ? [] : [list[j]!]));
    least.push(all);
  }
  for (const list of breaks) {
    for (let j = model.fairness; j < list.length; j++) {
      solver.add(...unless, list[j]! ^ 1, ...(relative ? [least[j - model.fairness]!] : []));
    }
  }
}

function notifyPerson(model: Model, { solver, start, notified }: Encoding, p: number): void {
  const must = solver.variable();
  notified.push(must);
  for (const m of model.diary[p]!) {
    const slot = model.previous[m]!;
    const same = slot < 0 ? -1 : start[m * model.slots + slot]!;
    solver.add(must, ...(same < 0 ? [] : [same]));
  }
}
