import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** A login. Only the SHA-256 of the token is here, so a copy of the database signs nobody in. */
export interface SignInTable {
  token_hash: string;
  account_id: string;
  /** Ends here when idle; moved on by use, never past `absolute_until`. */
  expires_at: Instant;
  absolute_until: Instant;
  created_at: Instant;
  /** When its password was given last; empty: not since that is kept. */
  confirmed_at: Generated<string>;
  /** Where it began, for its owner: the address, and the browser with its system. */
  network: Generated<string>;
  browser: Generated<string>;
}
