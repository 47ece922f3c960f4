import type { Json } from "#db/schema/columns.ts";

/** What a person knows of a session by mail. */
export interface SessionToldTable {
  session_id: string;
  account_id: string;
  /** The last that a mail server took. */
  told: Json | null;
  /** What was tried since, and may have arrived. */
  tried: Json | null;
}
