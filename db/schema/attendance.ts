import type { Instant } from "#db/schema/columns.ts";

/** Whether somebody was in a session: what they say themselves, and what those say who lead it; a row for each. */
export interface AttendanceTable {
  session_id: string;
  account_id: string;
  said_as: "self" | "lead";
  state: "present" | "late" | "excused" | "absent";
  said_by: string;
  said_at: Instant;
}

/** Somebody without an account who was there: as what and from where, without a name. */
export interface SessionGuestTable {
  id: string;
  session_id: string;
  capacity: string;
  institution: string;
  added_by: string;
  added_at: Instant;
  removed_at: Instant | null;
}
