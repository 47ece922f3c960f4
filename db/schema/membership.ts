import type { Generated } from "kysely";
import type { Flag, Instant } from "#db/schema/columns.ts";

/** Who belongs to a working group as what. Ended memberships stay: history names them. */
export interface MembershipTable {
  id: string;
  account_id: string;
  group_id: string;
  role: "organiser" | "participant" | "consultant" | "observer";
  beneficiary_id: string | null;
  institution_id: string | null;
  /** May consent for the delegation when a sharing level is raised. */
  speaks: Generated<Flag>;
  started_at: Instant;
  ended_at: Instant | null;
}
