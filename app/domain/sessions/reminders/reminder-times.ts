import type { ReminderKind } from "#app/domain/mail/mail-choice.ts";
import type { Instant } from "#db/schema/columns.ts";

const HOUR = 3_600_000;
/** How long before it begins people are reminded, at the latest of those that are due. */
const before = { hour: HOUR, day: 24 * HOUR } as const;
/** Two hours after its end people are asked for what was said; a day after it nobody is any more. */
const AFTER = 2 * HOUR;
const AFTER_AT_MOST = 24 * HOUR;

/** Sessions that begin or end at other times need no look. */
export const LOOK_AHEAD = before.day;
export const LOOK_BACK = AFTER_AT_MOST;

/** A reminder that is due. */
export interface DueReminder {
  kind: ReminderKind;
  /** When it was to go out. */
  at: Instant;
}

/**
 * The one reminder of a session that is due now, if any: of several before it begins the latest, so that somebody who
 * could not be told for a while is told once. Nothing is due before a session that has begun, and nothing long after.
 * @param wanted what the person chose
 */
export function dueReminder(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  wanted: readonly ReminderKind[],
  now: Date,
): DueReminder | null {
  const at = now.getTime();
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const due = (kind: ReminderKind, moment: number): DueReminder => ({ kind, at: new Date(moment).toISOString() });
  if (at < start) {
    const kind = (["hour", "day"] as const).find((one) => wanted.includes(one) && start - before[one] <= at);
    return kind ? due(kind, start - before[kind]) : null;
  }
  const isTime = at >= end + AFTER && at < end + AFTER_AT_MOST;
  return isTime && wanted.includes("after") ? due("after", end + AFTER) : null;
}
