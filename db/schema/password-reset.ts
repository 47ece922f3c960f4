import type { Instant } from "#db/schema/columns.ts";

/** The newest reset link of an account; an older one is replaced. */
export interface PasswordResetTable {
  account_id: string;
  /** The asking that it answers: links of further attempts at the same mail leave the earlier ones valid. */
  request: string | null;
  token_hash: string;
  created_at: Instant;
  expires_at: Instant;
}
