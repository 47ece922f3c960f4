import { Refused } from "#app/domain/errors.ts";
import type { Instant } from "#db/schema/columns.ts";

/** @throws Refused when the session was cancelled */
export function refuseCancelled(session: { cancelled: boolean }): void {
  if (session.cancelled) throw new Refused({ key: "sessions.isCancelled" });
}

/** After the planned end a session that nobody ended runs on for so long at most, in milliseconds. */
export const LONGEST_OVERTIME = 4 * 3_600_000;

/** What decides whether a session is over: its time, and what its log says last. */
export interface Ending {
  endsAt: Instant;
  /** Null where nobody started it. */
  lastStep: "item" | "pause" | "end" | null;
}

/** Whether a session is over: ended by who led it, or past its time while nobody leads it. */
export function isOver({ endsAt, lastStep }: Ending, now: Date): boolean {
  if (lastStep === "end") return true;
  const longest = lastStep === null ? 0 : LONGEST_OVERTIME;
  return Date.parse(endsAt) + longest <= now.getTime();
}

/** Whether a session goes on: it was started, or it is its time; people who come to it are not too early. */
export function isGoingOn(session: Ending & { startsAt: Instant }, now: Date): boolean {
  return !isOver(session, now) && (session.lastStep !== null || session.startsAt <= now.toISOString());
}
