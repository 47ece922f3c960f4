import { ascending, type Sitting } from "#app/planner/measure-answer.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import type { GivenAnswer } from "#app/planner/read-problem.ts";
import { inSlots, type Report, some } from "#app/planner/violation.ts";
import { sure } from "#app/sure.ts";

/** The meetings that have exactly one place and fit into the slots there, by their ids. */
export function seat(problem: TimetableProblem, answer: GivenAnswer, report: Report): Map<string, Sitting> {
  const starts = new Map<string, number[]>(problem.meetings.map(({ id }) => [id, []]));
  for (const { meeting, slot } of answer.placements) {
    const known = starts.get(meeting);
    if (known) known.push(slot);
    else report("placed", `${meeting} is not a meeting of the problem.`, { meetings: [meeting], slots: [slot] });
  }
  const sittings = new Map<string, Sitting>();
  for (const meeting of problem.meetings) {
    const [start, ...more] = sure(starts.get(meeting.id));
    const meetings = [meeting.id];
    if (start === undefined) {
      report("placed", `${meeting.id} has no place.`, { meetings });
    } else if (more.length > 0) {
      const slots = ascending([start, ...more]);
      report("placed", `${meeting.id} has ${1 + more.length} places: it starts in ${inSlots(slots)}.`, {
        meetings,
        slots,
      });
    } else {
      const length = meeting.length ?? 1;
      const end = start + length - 1;
      if (Number.isInteger(start) && start >= 1 && end <= problem.slots) {
        sittings.set(meeting.id, { meeting, start, end, slots: Array.from({ length }, (_, at) => start + at) });
      } else {
        const message = `${meeting.id} takes ${some(length, "slot")} from slot ${start}, which is not within slots 1 to ${problem.slots}.`;
        report("placed", message, { meetings, slots: [start] });
      }
    }
  }
  return sittings;
}

export function checkPeople(problem: TimetableProblem, diaries: Map<string, Sitting[]>, report: Report): void {
  const buffer = problem.buffer ?? 0;
  for (const person of problem.people) {
    const diary = sure(diaries.get(person.id));
    const people = [person.id];
    const forbidden = new Set(person.forbidden ?? []);
    for (const [at, one] of diary.entries()) {
      const away = one.slots.filter((slot) => forbidden.has(slot));
      if (away.length > 0) {
        const message = `${person.id} is not available in ${inSlots(away)}, where ${one.meeting.id} is.`;
        report("availability", message, { people, meetings: [one.meeting.id], slots: away });
      }
      const later = diary.slice(at + 1);
      for (const other of later.filter(({ start }) => start <= one.end)) {
        const both = one.slots.filter((slot) => other.slots.includes(slot));
        const message = `${person.id} is in ${one.meeting.id} and in ${other.meeting.id} in ${inSlots(both)}.`;
        report("one-at-a-time", message, { people, meetings: [one.meeting.id, other.meeting.id], slots: both });
      }
      const next = later.find(({ start }) => start > one.end);
      const free = next ? next.start - one.end - 1 : buffer;
      if (next && free < buffer) {
        const between = `between ${one.meeting.id}, which ends in slot ${one.end}, and ${next.meeting.id}, which starts in slot ${next.start}`;
        report("buffer", `${person.id} has ${some(free, "free slot")} ${between}, and needs ${buffer}.`, {
          people,
          meetings: [one.meeting.id, next.meeting.id],
          slots: [one.end, next.start],
        });
      }
    }
  }
}

export function checkMeetings(sittings: Map<string, Sitting>, report: Report): void {
  for (const { meeting, start, end, slots } of sittings.values()) {
    const { id, fixed, people } = meeting;
    const ranges = meeting.slots ?? [];
    if (ranges.length > 0 && !ranges.some(([first, last]) => first <= start && end <= last)) {
      const allowed = ranges.map(([first, last]) => `${first} to ${last}`).join(", ");
      report("range", `${id} is in ${inSlots(slots)}, which is not inside one of its ranges (${allowed}).`, {
        people,
        meetings: [id],
        slots,
      });
    }
    if (typeof fixed === "number" && start !== fixed) {
      report("fixed", `${id} must start in slot ${fixed} and starts in slot ${start}.`, {
        people,
        meetings: [id],
        slots: ascending([fixed, start]),
      });
    }
    for (const before of new Set(meeting.after ?? [])) {
      const earlier = sittings.get(before);
      if (!earlier || earlier.end < start) continue;
      report(
        "after",
        `${id} starts in slot ${start}, and ${before} must have ended before and ends in slot ${earlier.end}.`,
        {
          people: [...new Set([...earlier.meeting.people, ...people])],
          meetings: [before, id],
          slots: ascending([start, earlier.end]),
        },
      );
    }
  }
}

export function checkCapacity(problem: TimetableProblem, sittings: Map<string, Sitting>, report: Report): void {
  if (typeof problem.capacity !== "number") return;
  const inSlot = new Map<number, string[]>();
  for (const { meeting, slots } of sittings.values()) {
    for (const slot of slots) {
      const meetings = inSlot.get(slot);
      if (meetings) meetings.push(meeting.id);
      else inSlot.set(slot, [meeting.id]);
    }
  }
  for (const [slot, meetings] of [...inSlot].sort(([a], [b]) => a - b)) {
    if (meetings.length <= problem.capacity) continue;
    const message = `Slot ${slot} has ${some(meetings.length, "meeting")} (${meetings.join(", ")}), and there is room for ${problem.capacity}.`;
    report("capacity", message, { meetings, slots: [slot] });
  }
}

export function checkFairness(problem: TimetableProblem, breaks: Map<string, number>, report: Report): void {
  const sorted = [...breaks].sort(([, a], [, b]) => a - b);
  const [fewest, most] = [sorted.at(0), sorted.at(-1)];
  if (typeof problem.fairness !== "number" || !fewest || !most || most[1] - fewest[1] <= problem.fairness) return;
  const message = `${fewest[0]} has ${some(fewest[1], "break")} and ${most[0]} has ${most[1]}, and they may differ by ${problem.fairness}.`;
  report("fairness", message, { people: [fewest[0], most[0]] });
}
