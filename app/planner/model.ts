import type { TimetableProblem } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";

/**
 * The problem in typed arrays: slots, people and meetings are numbered from 0 in the order of the problem. A table of
 * meetings by slots has the entry of meeting `m` and slot `s` at `m * slots + s`.
 */
export interface Model {
  problem: TimetableProblem;
  slots: number;
  people: number;
  meetings: number;
  /** Most meetings at the same time; never more than there are meetings. */
  capacity: number;
  buffer: number;
  /** -1: not asked for. */
  fairness: number;
  /** By slot: the number of the stretch within which breaks are counted; each is one run of slots. */
  part: Int32Array;
  parts: number;
  length: Int32Array;
  /** By meeting: who must be there. */
  attendees: Int32Array[];
  /** By person: their meetings. */
  diary: Int32Array[];
  /** Meetings by slots: 1 where the meeting may start. */
  allowed: Uint8Array;
  /** By meeting: the meetings that must have ended before it starts, and those that wait for it. */
  before: Int32Array[];
  after: Int32Array[];
  /** Meetings by slots: how many attendees would rather have another time. */
  missed: Int32Array;
  hasPreferences: boolean;
  /** By meeting: the start that people know, or -1. */
  previous: Int32Array;
  hasPrevious: boolean;
  /** By person: slots in which they are available. */
  free: Uint8Array[];
}

/** Translates a valid problem; starts that people, ranges, fixed slots or the end of the round forbid are taken out. */
export function modelOf(problem: TimetableProblem): Model {
  const slots = problem.slots;
  const personAt = new Map(problem.people.map((person, p) => [person.id, p]));
  const meetingAt = new Map(problem.meetings.map((meeting, m) => [meeting.id, m]));
  const attendees = problem.meetings.map((meeting) => Int32Array.from(meeting.people, (id) => sure(personAt.get(id))));
  const before = problem.meetings.map((meeting) =>
    Int32Array.from(new Set(meeting.after ?? []), (id) => sure(meetingAt.get(id))),
  );
  const length = Int32Array.from(problem.meetings, (meeting) => meeting.length ?? 1);
  const free = problem.people.map(({ forbidden }) => {
    const slotsOf = new Uint8Array(slots).fill(1);
    for (const slot of forbidden ?? []) slotsOf[slot - 1] = 0;
    return slotsOf;
  });
  const { part, parts } = partsOf(problem);
  const previous = new Int32Array(problem.meetings.length).fill(-1);
  for (const { meeting, slot } of problem.previous ?? []) previous[sure(meetingAt.get(meeting))] = slot - 1;
  const model: Model = {
    problem,
    slots,
    people: problem.people.length,
    meetings: problem.meetings.length,
    capacity: Math.min(problem.capacity ?? problem.meetings.length, problem.meetings.length),
    buffer: problem.buffer ?? 0,
    fairness: problem.fairness ?? -1,
    part,
    parts,
    length,
    attendees,
    diary: turned(attendees, problem.people.length),
    allowed: new Uint8Array(problem.meetings.length * slots),
    before,
    after: turned(before, problem.meetings.length),
    missed: new Int32Array(problem.meetings.length * slots),
    hasPreferences: problem.people.some(({ preferred }) => (preferred ?? []).length > 0),
    previous,
    hasPrevious: problem.previous !== undefined && problem.previous !== null,
    free,
  };
  allowStarts(model);
  countMissed(model);
  return model;
}

/** Stretches in which breaks are counted; a slot outside all day parts is a stretch of its own, so it never counts. */
function partsOf(problem: TimetableProblem): { part: Int32Array; parts: number } {
  const part = new Int32Array(problem.slots);
  if (problem.breaks === "round" || !problem.dayParts || problem.dayParts.length === 0) return { part, parts: 1 };
  part.fill(-1);
  problem.dayParts.forEach(([first, last], i) => {
    part.fill(i, first - 1, last);
  });
  let parts = problem.dayParts.length;
  for (let slot = 0; slot < problem.slots; slot++) if (part[slot] === -1) part[slot] = parts++;
  return { part, parts };
}

function allowStarts(model: Model): void {
  const { problem, slots } = model;
  problem.meetings.forEach((meeting, m) => {
    const ranges = meeting.slots && meeting.slots.length > 0 ? meeting.slots : ([[1, slots]] as const);
    const length = sure(model.length[m]);
    for (const [first, last] of ranges) {
      for (let start = first - 1; start + length <= Math.min(last, slots); start++) {
        if (typeof meeting.fixed === "number" && start !== meeting.fixed - 1) continue;
        if (isFree(model, m, start)) model.allowed[m * slots + start] = 1;
      }
    }
  });
}

function isFree(model: Model, m: number, start: number): boolean {
  const end = start + sure(model.length[m]);
  for (const p of sure(model.attendees[m])) if (sure(model.free[p]).subarray(start, end).includes(0)) return false;
  return true;
}

function countMissed(model: Model): void {
  model.problem.people.forEach(({ preferred }, p) => {
    if (!preferred || preferred.length === 0) return;
    const disliked = new Uint8Array(model.slots).fill(1);
    for (const slot of preferred) disliked[slot - 1] = 0;
    for (const m of sure(model.diary[p])) {
      const length = sure(model.length[m]);
      for (let start = 0; start + length <= model.slots; start++) {
        const at = m * model.slots + start;
        const more = disliked.subarray(start, start + length).reduce((sum, one) => sum + one, 0);
        model.missed[at] = sure(model.missed[at]) + more;
      }
    }
  });
}

function turned(lists: readonly Int32Array[], count: number): Int32Array[] {
  const result: number[][] = Array.from({ length: count }, () => []);
  lists.forEach((list, from) => {
    for (const to of list) sure(result[to]).push(from);
  });
  return result.map((list) => Int32Array.from(list));
}
