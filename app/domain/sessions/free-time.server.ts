import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import type { Day } from "#db/schema/columns.ts";

/** A stretch of a day on the clock of a round: minutes since midnight, the end not included. */
export interface Stretch {
  date: Day;
  from: number;
  to: number;
}

/** When a day of sessions begins and ends, unless somebody types otherwise; minutes since midnight. */
const DAY = { from: 9 * 60, to: 18 * 60 } as const;

/** Between two sessions, so that one may end late; in minutes. */
const PAUSE = 15;

/** What is proposed begins at a full quarter of an hour. */
const STEP = 15;

/**
 * The first time of a round, on one of its working days, at which so many minutes are free. A proposal and no promise:
 * people may be busy in another group, which is found out when the session is scheduled.
 * @param taken what the round holds already
 * @param after nothing earlier than this is proposed
 * @returns null where the round is full
 */
export function freeTime(
  round: { startsOn: Day; endsOn: Day },
  taken: readonly Stretch[],
  minutes: number,
  after: { date: Day; minute: number },
): Stretch | null {
  const length = Math.min(minutes, DAY.to - DAY.from);
  for (let date = round.startsOn; date <= round.endsOn; date = shiftDays(date, 1)) {
    if (date < after.date) continue;
    const earliest = date === after.date ? Math.max(DAY.from, onStep(after.minute)) : DAY.from;
    const held = taken.filter((one) => one.date === date).sort((a, b) => a.from - b.from);
    let from: number = earliest;
    for (const one of held) {
      if (one.from < from + length + PAUSE && one.to + PAUSE > from) from = onStep(one.to + PAUSE);
    }
    if (from + length <= DAY.to) return { date, from, to: from + minutes };
  }
  return null;
}

/** "09:30", of minutes since midnight. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Minutes since midnight, of "09:30". */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function onStep(minute: number): number {
  return Math.ceil(minute / STEP) * STEP;
}
