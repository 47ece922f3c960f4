import type { Hours, PlanSettings } from "#app/domain/planning/plan-settings.server.ts";
import { minuteOf, timeOf } from "#app/domain/sessions/free-time.server.ts";
import { endOf, instantText } from "#app/domain/sessions/session-time.server.ts";
import { toInstant } from "#app/domain/time/wall-time.server.ts";
import type { SlotRange } from "#app/planner/problem.ts";
import type { Day, Instant } from "#db/schema/columns.ts";

/** A slot of the plan of a round. */
export interface Slot {
  /** As the planner counts; numbers that no slot has lie between the parts of days. */
  number: number;
  day: Day;
  /** Which part of its day: 0 before the pause, or all day; 1 after it. */
  part: number;
  /** When it begins and ends on the clock of the round. */
  time: string;
  endTime: string;
  startsAt: Instant;
  endsAt: Instant;
}

/** The slots of a round, and what the planner is told of them. */
export interface SlotGrid {
  slots: Slot[];
  /** First and last number of each part of a day. */
  parts: SlotRange[];
  /** The highest number. */
  total: number;
}

/**
 * Cuts the days of a round into slots. Between two parts of a day, and two days, as many numbers are left out as a
 * person needs free between sessions, so that no rest is owed over a night or a pause. A time that clocks skip or show
 * twice is no slot, and ends a part.
 */
export function slotsOf(settings: PlanSettings, zone: string): SlotGrid {
  const { slotMinutes, pause } = settings;
  const slots: Slot[] = [];
  const parts: [number, number][] = [];
  const rest = slotsFor(settings.bufferMinutes, slotMinutes);
  let next = 1;
  for (const { day, from, to } of settings.days) {
    const stretches = pause && pause.from < to && pause.to > from ? around({ from, to }, pause) : [{ from, to }];
    for (const [part, stretch] of stretches.entries()) {
      let first: number | null = null;
      const end = () => {
        if (first === null) return;
        parts.push([first, next - 1]);
        first = null;
        next += rest;
      };
      for (let at = minuteOf(stretch.from); at + slotMinutes <= minuteOf(stretch.to); at += slotMinutes) {
        const start = toInstant({ date: day, time: timeOf(at) }, zone);
        if (!start.ok) {
          end();
          continue;
        }
        const startsAt = instantText(start.instant);
        const last = slots.at(-1);
        // The clocks change within the slot before this one.
        if (first !== null && last && last.endsAt !== startsAt) end();
        first ??= next;
        const times = { time: timeOf(at), endTime: timeOf(at + slotMinutes) };
        slots.push({ number: next, day, part, ...times, startsAt, endsAt: endOf(startsAt, slotMinutes) });
        next++;
      }
      end();
    }
  }
  return { slots, parts, total: parts.at(-1)?.[1] ?? 0 };
}

/** How many slots so many minutes take. */
export function slotsFor(minutes: number, slotMinutes: number): number {
  return Math.ceil(minutes / slotMinutes);
}

function around(day: Hours, pause: Hours): Hours[] {
  return [
    { from: day.from, to: pause.from },
    { from: pause.to, to: day.to },
  ];
}
