import type { Instant, Json } from "#db/schema/columns.ts";

/** What somebody typed into the form at an address and did not send; nobody else sees it. */
export interface PendingEditTable {
  account_id: string;
  /** Of the page with the form. */
  address: string;
  /** Raised every time it is kept: a second window finds out that there was another. */
  revision: number;
  /** By field, a text or a list of texts. */
  fields: Json;
  updated_at: Instant;
}
