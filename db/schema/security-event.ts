import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** Something that tells of signing in, of being refused, or of rights that changed; never of content. */
export interface SecurityEventTable {
  id: string;
  at: Instant;
  kind: string;
  /** Whose account; null where nobody was signed in and no account was meant. */
  account_id: string | null;
  /** The beginning of the hash of the sign-in, so that what one did can be put together. */
  sign_in: Generated<string>;
  /** The address it came from. */
  network: Generated<string>;
  /** Family of the browser and its system, "Firefox, Windows". */
  browser: Generated<string>;
  /** Method and path without secrets, or what else the kind needs. */
  place: Generated<string>;
}
