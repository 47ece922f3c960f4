import type { Generated } from "kysely";
import type { Flag, Instant, Json } from "#db/schema/columns.ts";

/** A mail to send, written in the transaction of the change it tells about. Holds no token and no rendered text. */
export interface OutboxTable {
  id: string;
  idempotency_key: string;
  template: string;
  /** What is kept from the deed; once sent, what the mail said. */
  parameters: Json;
  recipient_id: string | null;
  address: string;
  group_id: string | null;
  subject_type: string | null;
  subject_id: string | null;
  /** Mails of one thread go out in their order, and a newer one takes the place of those that have not gone out. */
  thread: string | null;
  /** `kept`: no mail server; `held`: not to be sent until somebody lets it go. */
  state: Generated<"waiting" | "sending" | "sent" | "kept" | "held" | "failed" | "dropped">;
  /** Why it was not sent: a code; empty where there is nothing to say. */
  reason: Generated<string>;
  attempts: Generated<number>;
  next_attempt_at: Instant;
  lease_until: Instant | null;
  /** A key, or the whole Message-ID without its brackets from the first attempt on. */
  message_id: string;
  /** What the mail server answered, or what went wrong in writing the mail. */
  last_error: Generated<string>;
  /** Waits to be told together with others, in one mail a day. */
  gathered: Generated<Flag>;
  created_at: Instant;
  tried_at: Instant | null;
  sent_at: Instant | null;
}
