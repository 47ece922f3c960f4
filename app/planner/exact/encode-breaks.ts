import type { Encoding } from "#app/planner/exact/encoding.ts";
import { atLeast, oneOf, unless } from "#app/planner/exact/gates.ts";
import type { Model } from "#app/planner/model.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import { sure } from "#app/sure.ts";

/**
 * Without fairness, breaks of one person are distinguished up to this number in the objective; more count as this many
 * (a relaxation).
 */
const MAX_COUNTED = 8;

/** What is said of a person: "has at least j breaks" for j from 1, and by slot as in `Encoding`. */
interface Counted {
  counts: Literal[];
  begun: Literal[];
  due: Literal[];
}

/** Counts the breaks of a person; nothing is said of one who never has any. */
export function countBreaks(
  model: Model,
  { solver, guard }: Encoding,
  p: number,
  busy: Literal[],
  no: Literal,
): Counted {
  const diary = sure(model.diary[p]);
  if (diary.length < 2) return { counts: [], begun: [], due: [] };
  const ends: Literal[] = [];
  const early: Literal[] = [];
  const late: Literal[] = [];
  for (let slot = 0; slot < model.slots; slot++) {
    const opens = slot === 0 || model.part[slot] !== model.part[slot - 1];
    early.push(opens ? sure(busy[slot]) : oneOf(solver, without(no, sure(early[slot - 1]), sure(busy[slot])), no));
  }
  for (let slot = model.slots - 1; slot >= 0; slot--) {
    const closes = slot === model.slots - 1 || model.part[slot] !== model.part[slot + 1];
    late[slot] = closes ? sure(busy[slot]) : oneOf(solver, without(no, sure(late[slot + 1]), sure(busy[slot])), no);
  }
  for (let slot = 2; slot < model.slots; slot++) {
    if (model.part[slot - 2] !== model.part[slot]) continue;
    if (early[slot - 2] === no || busy[slot] === no) continue;
    const end = solver.variable();
    solver.add(end ^ 1, sure(busy[slot]));
    solver.add(end ^ 1, sure(busy[slot - 1]) ^ 1);
    solver.add(end ^ 1, sure(early[slot - 2]));
    solver.add(end, sure(busy[slot]) ^ 1, sure(busy[slot - 1]), sure(early[slot - 2]) ^ 1);
    ends.push(end);
  }
  const counts = atLeast(solver, ends, countsNeeded(model, diary.length));
  const some = counts[0];
  if (some === undefined) return { counts, begun: early, due: late };
  // Without a break, all slots between the first meeting and the last one are taken: this follows, and is said because
  // it lets the solver see it at once.
  for (let slot = 1; slot < model.slots - 1; slot++) {
    if (model.part[slot - 1] !== model.part[slot + 1]) continue;
    solver.add(some, sure(early[slot - 1]) ^ 1, sure(late[slot + 1]) ^ 1, sure(busy[slot]));
  }
  if (model.parts === 1 && model.buffer === 0) {
    let work = 0;
    for (const m of diary) work += sure(model.length[m]);
    const otherwise = unless(guard({ kind: "one-at-a-time", person: sure(model.problem.people[p]).id }));
    for (let slot = 0; slot + work < model.slots; slot++) {
      solver.add(...otherwise, some, sure(early[slot]) ^ 1, sure(late[slot + work]) ^ 1);
    }
  }
  return { counts, begun: early, due: late };
}

/** Nobody has more breaks than the fairness asked for allows beside whoever has fewest. */
export function shareFairly(model: Model, { solver, breaks, guard }: Encoding): void {
  if (model.fairness < 0) return;
  const otherwise = unless(guard({ kind: "fairness", most: model.fairness }));
  const most = Math.max(...breaks.map((list) => list.length));
  const relative = fairnessIsRelative(model);
  // least[j]: everybody has at least j + 1 breaks.
  const least: Literal[] = [];
  for (let j = 0; relative && j + model.fairness < most; j++) {
    const all = solver.variable();
    for (const list of breaks) solver.add(all ^ 1, ...(list[j] === undefined ? [] : [sure(list[j])]));
    least.push(all);
  }
  for (const list of breaks) {
    for (let j = model.fairness; j < list.length; j++) {
      solver.add(...otherwise, sure(list[j]) ^ 1, ...(relative ? [sure(least[j - model.fairness])] : []));
    }
  }
}

function countsNeeded(model: Model, meetings: number): number {
  const most = Math.min(meetings - 1, model.slots >> 1);
  if (fairnessIsRelative(model)) return most;
  // Where somebody has no break, nobody has more than fairness allows.
  return Math.min(most, model.fairness < 0 ? MAX_COUNTED : model.fairness + 1);
}

/** Whether the smallest number of breaks can be above 0: nobody has fewer than two meetings. */
function fairnessIsRelative(model: Model): boolean {
  return model.fairness >= 0 && model.diary.every((diary) => diary.length >= 2);
}

function without(no: Literal, ...literals: Literal[]): Literal[] {
  return literals.filter((literal) => literal !== no);
}
