import type { Day, Instant } from "#db/schema/columns.ts";

/** A time in which somebody cannot be in a session of a round. Whoever has no row can always. */
export interface AvailabilityTable {
  round_id: string;
  account_id: string;
  starts_at: Instant;
  ends_at: Instant;
  /** The clock on which it was marked, and what that clock showed at the beginning. */
  zone: string;
  wall_date: Day;
  wall_time: string;
}

/** That somebody was asked when they cannot, and that they or an organiser in their place have said it. */
export interface AvailabilityAnswerTable {
  round_id: string;
  account_id: string;
  asked_at: Instant | null;
  asked_by: string | null;
  answered_at: Instant | null;
  answered_by: string | null;
}

/** That a session stays at this time although somebody cannot: who decided it, and when. */
export interface KeptTimeTable {
  session_id: string;
  account_id: string;
  starts_at: Instant;
  ends_at: Instant;
  kept_by: string;
  kept_at: Instant;
}
