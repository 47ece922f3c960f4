import type { Generated } from "kysely";
import type { Instant, Json } from "#db/schema/columns.ts";

/** A mail to send, written in the transaction of the change it tells about. Holds no token and no rendered text. */
export interface OutboxTable {
  id: string;
  idempotency_key: string;
  template: string;
  parameters: Json;
  recipient_id: string | null;
  address: string;
  group_id: string | null;
  subject_type: string | null;
  subject_id: string | null;
  state: Generated<"waiting" | "sending" | "sent" | "kept" | "failed" | "dropped">;
  attempts: Generated<number>;
  next_attempt_at: Instant;
  lease_until: Instant | null;
  message_id: string;
  last_error: Generated<string>;
  created_at: Instant;
  sent_at: Instant | null;
}
