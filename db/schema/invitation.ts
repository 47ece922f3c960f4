import type { Generated } from "kysely";
import type { Flag, Instant } from "#db/schema/columns.ts";

/** An invitation to an account and a membership; the role comes from this row, never from the form. */
export interface InvitationTable {
  id: string;
  token_hash: string | null;
  address: string;
  name: string;
  group_id: string;
  role: string;
  beneficiary_id: string | null;
  institution_id: string | null;
  speaks: Generated<Flag>;
  locale: string;
  invited_by: string;
  created_at: Instant;
  expires_at: Instant;
  accepted_at: Instant | null;
  account_id: string | null;
  /** When it was taken back, or replaced by another one. */
  withdrawn_at: Generated<Instant | null>;
}
