import type { Generated } from "kysely";
import type { Instant, LabelsJson } from "#db/schema/columns.ts";

export interface InstitutionTable {
  id: string;
  programme_id: string;
  beneficiary_id: string | null;
  type: string;
  names: LabelsJson;
  /** No longer offered; what names it keeps its name. */
  retired_at: Generated<Instant | null>;
}
