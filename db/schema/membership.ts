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
  /** Since when in this role and delegation: invitations of earlier standings open nothing. Never null. */
  standing_since: Instant | null;
  /** Since when in one go for this delegation; null for those who do not speak. */
  speaks_since: Instant | null;
  ended_at: Instant | null;
}
