import type { Instant, Json } from "#db/schema/columns.ts";

/** An attempt that succeeded: the same key and body gets the same answer, another body is refused. */
export interface IdempotencyKeyTable {
  key: string;
  actor_id: string;
  route: string;
  body_hash: string;
  result: Json;
  created_at: Instant;
}
