import type { Generated } from "kysely";
import type { Flag, Instant } from "#db/schema/columns.ts";

/**
 * "These must meet": a delegation and a team, how long, in which language. Placed, it becomes a session, and from then
 * on the session says who and how.
 */
export interface PairingTable {
  id: string;
  round_id: string;
  /** Null for a plenary. */
  beneficiary_id: string | null;
  minutes: number;
  language: string;
  template_id: string | null;
  /** The session whose agenda the one to come takes, in place of a template. */
  agenda_of: Generated<string | null>;
  attribution: Generated<"person" | "institution" | "beneficiary" | "group">;
  join_link: string | null;
  /** All members of the delegation, whoever they are when the session is scheduled; else those named. */
  all_delegates: Generated<Flag>;
  revision: Generated<number>;
  created_at: Instant;
}

/** Who is to be in the session of a pairing that has none yet. */
export interface PairingPersonTable {
  pairing_id: string;
  account_id: string;
  part: "delegate" | "consultant" | "interpreter";
}
