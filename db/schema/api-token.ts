import type { Instant, Json } from "#db/schema/columns.ts";

/** A personal token of the API: what it opens is what its owner sees, as far as its scopes go. */
export interface ApiTokenTable {
  id: string;
  account_id: string;
  /** SHA-256; the token itself is shown once and never stored. */
  token_hash: string;
  /** What its owner calls it. */
  name: string;
  /** A list of scopes. */
  scopes: Json;
  created_at: Instant;
  expires_at: Instant;
  /** To within some minutes; null: never used. */
  last_used_at: Instant | null;
}
