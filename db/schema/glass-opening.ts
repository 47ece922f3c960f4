import type { Instant } from "#db/schema/columns.ts";

/** A session that an administrator opened who is not in its audience: why, and until when it can be read. */
export interface GlassOpeningTable {
  id: string;
  session_id: string;
  account_id: string;
  reason: string;
  opened_at: Instant;
  ends_at: Instant;
}
