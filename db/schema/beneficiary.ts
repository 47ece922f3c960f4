import type { Generated } from "kysely";
import type { Instant, LabelsJson } from "#db/schema/columns.ts";

export interface BeneficiaryTable {
  id: string;
  programme_id: string;
  code: string;
  names: LabelsJson;
  /** Shown right after the name, with the footnote on the page. */
  mark: string | null;
  footnote: LabelsJson | null;
  position: number;
  /** No longer offered; what names it keeps its name. */
  retired_at: Generated<Instant | null>;
}
