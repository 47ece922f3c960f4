import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** Somebody else made a link that sets a new password for an account. */
export interface PasswordHelpTable {
  id: string;
  /** Whose password it is. */
  account_id: string;
  /** The administrator; null for the command line. */
  by_account_id: string | null;
  /** Sent to its owner, given to the administrator to pass on, or printed by the command line. */
  way: "mail" | "link" | "command";
  /** Why; the command line gives none. */
  reason: Generated<string>;
  at: Instant;
  /** When the account was first signed in with after it; null as long as its owner cannot have read of it. */
  signed_in_at: Instant | null;
}
