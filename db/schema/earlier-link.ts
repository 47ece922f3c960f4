import type { Instant } from "#db/schema/columns.ts";

/** A link sent with an earlier attempt at the same mail: it may have arrived, and opens what the newest one opens. */
export interface EarlierLinkTable {
  token_hash: string;
  /** What it opens: an invitation, or a new password of an account. */
  invitation_id: string | null;
  account_id: string | null;
  expires_at: Instant;
}
