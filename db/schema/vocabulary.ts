import type { Generated } from "kysely";
import type { Flag, LabelsJson } from "#db/schema/columns.ts";

/** A list of codes that an installation may change. */
export interface TermTable {
  code: string;
  labels: LabelsJson;
  position: number;
  /** No longer offered; what was chosen stays named. */
  retired: Generated<Flag>;
}

export interface AgendaItemKindTable extends TermTable {
  /** The kind of contribution that is written down under such an item. */
  captures: Generated<"none" | "any" | "practice" | "challenge" | "need" | "lesson" | "proposal">;
  /** Nobody speaks. */
  is_break: Generated<Flag>;
}
