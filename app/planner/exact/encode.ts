import { countBreaks, shareFairly } from "#app/planner/exact/encode-breaks.ts";
import type { Encoding, Guard } from "#app/planner/exact/encoding.ts";
import { oneOf, unless } from "#app/planner/exact/gates.ts";
import type { Model } from "#app/planner/model.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import { SatSolver } from "#app/planner/sat/solver.ts";
import { sure } from "#app/sure.ts";

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
    busy: [],
    begun: [],
    due: [],
    breaks: [],
    notified: [],
    missed: [],
  };
  placeMeetings(model, encoding);
  orderMeetings(model, encoding);
  limitSlots(model, encoding);
  const { busy } = encoding;
  // Who is in the same meetings has the same times: colleagues share their literals.
  const alike = new Map<string, number>();
  for (let p = 0; p < model.people; p++) {
    const diary = sure(model.diary[p]).join();
    const other = alike.get(diary);
    busy.push(other === undefined ? keepApart(model, encoding, p, yes ^ 1) : sure(busy[other]));
    const { counts, begun, due } =
      other === undefined
        ? countBreaks(model, encoding, p, sure(busy[p]), yes ^ 1)
        : { counts: sure(encoding.breaks[other]), begun: sure(encoding.begun[other]), due: sure(encoding.due[other]) };
    encoding.breaks.push(counts);
    encoding.begun.push(begun);
    encoding.due.push(due);
    if (other === undefined) alike.set(diary, p);
  }
  limitCrowd(model, encoding, busy, yes ^ 1);
  shareFairly(model, encoding);
  if (model.hasPrevious) for (let p = 0; p < model.people; p++) notifyPerson(model, encoding, p);
  for (let at = 0; at < encoding.start.length; at++) {
    if (sure(encoding.start[at]) < 0) continue;
    for (let i = 0; i < sure(model.missed[at]); i++) encoding.missed.push(sure(encoding.start[at]));
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
      starts.push(sure(start[at]));
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
      const here = sure(start[m * slots + slot]);
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
    for (const n of sure(model.before[m])) {
      const first = startedBy(n);
      const then = startedBy(m);
      const { meetings } = model.problem;
      const otherwise = unless(guard({ kind: "after", meeting: sure(meetings[m]).id, before: sure(meetings[n]).id }));
      for (let slot = 0; slot < slots; slot++) {
        const ended = slot - sure(model.length[n]);
        if (ended < 0) solver.add(...otherwise, sure(then[slot]) ^ 1);
        else solver.add(...otherwise, sure(then[slot]) ^ 1, sure(first[ended]));
      }
    }
  }
}

/** The starts of meeting `m` with which it is running in `slot`, or within `more` slots after its end. */
function covering(model: Model, start: Int32Array, m: number, slot: number, more: number): Literal[] {
  const found: Literal[] = [];
  for (let from = Math.max(0, slot - sure(model.length[m]) - more + 1); from <= slot; from++) {
    const literal = sure(start[m * model.slots + from]);
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
  const switched = guard({ kind: "one-at-a-time", person: sure(model.problem.people[p]).id });
  const busy: Literal[] = [];
  const diary = sure(model.diary[p]);
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
  for (const m of diary) work += sure(model.length[m]);
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
  for (let i = 0; i < model.capacity; i++) most += sure(sizes[i]);
  for (let slot = 0; slot < model.slots; slot++) {
    const here = busy.map((row) => sure(row[slot])).filter((literal) => literal !== no);
    solver.atMost(here, most, switched);
  }
}

function notifyPerson(model: Model, { solver, start, notified }: Encoding, p: number): void {
  const must = solver.variable();
  notified.push(must);
  for (const m of sure(model.diary[p])) {
    const slot = sure(model.previous[m]);
    const same = slot < 0 ? -1 : sure(start[m * model.slots + slot]);
    solver.add(must, ...(same < 0 ? [] : [same]));
  }
}
