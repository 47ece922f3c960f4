import type { Flag, Instant } from "#db/schema/columns.ts";

/** An address under which calendars read sessions; what they find is what its owner sees at that moment. */
export interface CalendarFeedTable {
  id: string;
  account_id: string;
  /** SHA-256; the token itself is shown once and never stored. */
  token_hash: string;
  /** What its owner calls it. */
  name: string;
  scope: "own" | "group" | "delegation";
  group_id: string | null;
  beneficiary_id: string | null;
  /** Its owner wants bilateral sessions with title, delegation and link. */
  discloses: Flag;
  created_at: Instant;
  /** To within some minutes; null: never used. */
  last_used_at: Instant | null;
}
