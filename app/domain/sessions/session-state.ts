import { Refused } from "#app/domain/errors.ts";
import type { Instant } from "#db/schema/columns.ts";

/** @throws Refused when the session was cancelled */
export function refuseCancelled(session: { cancelled: boolean }): void {
  if (session.cancelled) throw new Refused({ key: "sessions.isCancelled" });
}

/** Whether a session is over. */
export function isOver(session: { endsAt: Instant }, now: Date): boolean {
  return session.endsAt <= now.toISOString();
}
