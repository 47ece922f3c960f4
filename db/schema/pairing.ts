import type { Instant } from "#db/schema/columns.ts";

/** "These must meet": a delegation and a team, how long, in which language. Placed, it becomes a session. */
export interface PairingTable {
  id: string;
  round_id: string;
  beneficiary_id: string | null;
  minutes: number;
  language: string;
  template_id: string | null;
  created_at: Instant;
}
