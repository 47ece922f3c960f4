import type { Generated } from "kysely";
import type { Instant, Json } from "#db/schema/columns.ts";

/** Append-only and chained: `hash` covers the row and `previous_hash`. Ids only, never names or content. */
export interface AuditEventTable {
  seq: Generated<number>;
  at: Instant;
  actor_id: string | null;
  event: string;
  subject_type: string;
  subject_id: string;
  group_id: string | null;
  details: Json;
  previous_hash: string;
  hash: string;
}
