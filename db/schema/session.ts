import type { Generated } from "kysely";
import type { Day, Instant } from "#db/schema/columns.ts";

/** What participants attend. The typed wall time and zone stay beside the instants computed from them. */
export interface SessionTable {
  id: string;
  group_id: string;
  round_id: string;
  pairing_id: string;
  beneficiary_id: string | null;
  starts_at: Instant;
  ends_at: Instant;
  zone: string;
  /** The city the zone was picked by: several cities share a zone, and people want to read their own. */
  city: Generated<string>;
  wall_date: Day;
  wall_time: string;
  language: string;
  join_link: string | null;
  attribution: Generated<"person" | "institution" | "beneficiary" | "group">;
  status: Generated<"scheduled" | "cancelled">;
  cancellation_reason: string | null;
  /** iCalendar SEQUENCE (RFC 5545, 3.8.7.4): raised by a move or a cancellation, not by a text change. */
  sequence: Generated<number>;
  revision: Generated<number>;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
}

/** The audience of a session: a row per person, kept when people change. */
export interface SessionPersonTable {
  session_id: string;
  account_id: string;
  part: "delegate" | "consultant" | "interpreter";
  invited_at: Instant;
  removed_at: Instant | null;
}
