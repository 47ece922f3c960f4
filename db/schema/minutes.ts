import type { Generated } from "kysely";
import type { Flag, Instant } from "#db/schema/columns.ts";

/** How far the minutes of a session are; a session without a row has a draft. */
export interface MinutesTable {
  session_id: string;
  state: "draft" | "circulated" | "final";
  circulated_by: string | null;
  circulated_at: Instant | null;
  /** Until when those who attended may propose amendments. */
  amendable_until: Instant | null;
  final_by: string | null;
  final_at: Instant | null;
}

/** The minutes of an agenda item as they stand. */
export interface MinutesTextTable {
  item_id: string;
  session_id: string;
  body: string;
  body_html: string;
  revision: number;
  updated_by: string;
  updated_at: Instant;
}

/** What the minutes of an item ever said. */
export interface MinutesRevisionTable {
  item_id: string;
  revision: number;
  body: string;
  body_html: string;
  /** Of minutes that were final. */
  is_correction: Flag;
  reason: Generated<string>;
  author_id: string;
  at: Instant;
}

/** What somebody who attended would have the minutes of an item say. */
export interface MinutesAmendmentTable {
  id: string;
  item_id: string;
  session_id: string;
  body: string;
  body_html: string;
  base_revision: number;
  note: Generated<string>;
  author_id: string;
  proposed_at: Instant;
  decision: "accepted" | "refused" | null;
  reason: Generated<string>;
  decided_by: string | null;
  decided_at: Instant | null;
}
