import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

export interface AgendaItemTable {
  id: string;
  session_id: string;
  position: number;
  kind: string;
  title: string;
  description: Generated<string>;
  description_html: Generated<string>;
  minutes: number;
  visibility: "shared" | "internal";
  attribution: "person" | "institution" | "beneficiary" | "group" | null;
  template_item_id: string | null;
  /** What it asks: the same in every copy of it, and in the template that it was made from. */
  question_id: string;
  revision: Generated<number>;
  updated_at: Instant;
  removed_at: Instant | null;
}
