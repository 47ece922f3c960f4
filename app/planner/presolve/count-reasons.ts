import type { Model } from "#app/planner/model.ts";
import { findCrowd } from "#app/planner/presolve/matching.ts";
import type { Reason } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";

/**
 * What counting alone shows to be impossible: people with more meetings than free slots, meetings without a slot,
 * meetings of one person that crowd into too few slots, and meetings of all that exceed the capacity.
 */
export function countReasons(model: Model): Reason[] {
  const reasons: Reason[] = [];
  for (let p = 0; p < model.people; p++) {
    const reason = overloaded(model, p);
    if (reason) reasons.push(reason);
  }
  for (let m = 0; m < model.meetings; m++) {
    const { id, people } = sure(model.problem.meetings[m]);
    if (slotsOf(model, m).length === 0) reasons.push({ kind: "nowhere", meeting: id, people: [...people] });
  }
  if (reasons.some(({ kind }) => kind === "nowhere")) return reasons;
  const named = new Set(reasons.map((reason) => (reason.kind === "overloaded" ? reason.person : "")));
  for (let p = 0; p < model.people; p++) {
    const reason = named.has(sure(model.problem.people[p]).id) ? null : crowded(model, p);
    if (reason) reasons.push(reason);
  }
  const full = overfull(model);
  if (full) reasons.push(full);
  return reasons;
}

function overloaded(model: Model, p: number): Reason | null {
  const diary = sure(model.diary[p]);
  if (diary.length === 0) return null;
  const free = sure(model.free[p]);
  let work = 0;
  for (const m of diary) work += sure(model.length[m]);
  const slots = free.reduce((sum, slot) => sum + slot, 0);
  const person = sure(model.problem.people[p]).id;
  const meetings = diary.length;
  if (work > slots) return { kind: "overloaded", person, meetings, needed: work, buffers: 0, free: slots };
  const buffers = model.buffer * (diary.length - 1);
  const span = free.lastIndexOf(1) - free.indexOf(1) + 1;
  if (work + buffers > span) {
    return { kind: "overloaded", person, meetings, needed: work + buffers, buffers, free: span };
  }
  return null;
}

/** A meeting of several slots counts as so many of one slot: a weaker question, so that a "no" is true. */
function crowded(model: Model, p: number): Reason | null {
  const pieces: { m: number; slots: number[] }[] = [];
  for (const m of sure(model.diary[p])) {
    const slots = slotsOf(model, m);
    for (let i = 0; i < sure(model.length[m]); i++) pieces.push({ m, slots });
  }
  const options = pieces.map(({ slots }) => slots);
  const crowd = findCrowd(options, new Int32Array(model.slots).fill(1));
  if (!crowd) return null;
  return {
    kind: "crowded",
    person: sure(model.problem.people[p]).id,
    meetings: idsOf(model, crowd.things, pieces),
    needed: crowd.things.length,
    slots: crowd.places.map((slot) => slot + 1),
  };
}

function overfull(model: Model): Reason | null {
  if (model.capacity >= model.meetings) return null;
  const pieces: { m: number; slots: number[] }[] = [];
  for (let m = 0; m < model.meetings; m++) {
    const slots = slotsOf(model, m);
    for (let i = 0; i < sure(model.length[m]); i++) pieces.push({ m, slots });
  }
  const options = pieces.map(({ slots }) => slots);
  const crowd = findCrowd(options, new Int32Array(model.slots).fill(model.capacity));
  if (!crowd) return null;
  return {
    kind: "full",
    meetings: idsOf(model, crowd.things, pieces),
    slots: crowd.places.map((slot) => slot + 1),
    needed: crowd.things.length,
    places: crowd.places.length * model.capacity,
  };
}

/** The slots in which a meeting can be running, by the starts it still has. */
function slotsOf(model: Model, m: number): number[] {
  const covered = new Uint8Array(model.slots);
  for (let start = 0; start < model.slots; start++) {
    if (model.allowed[m * model.slots + start]) covered.fill(1, start, start + sure(model.length[m]));
  }
  return [...covered.keys()].filter((slot) => covered[slot]);
}

function idsOf(model: Model, things: number[], pieces: { m: number }[]): string[] {
  return [...new Set(things.map((i) => sure(pieces[i]).m))].map((m) => sure(model.problem.meetings[m]).id);
}
