import type { Generated } from "kysely";
import type { Instant, LabelsJson } from "#db/schema/columns.ts";

export interface ProgrammeTable {
  id: string;
  slug: string;
  names: LabelsJson;
  funding_statement: Generated<LabelsJson>;
  disclaimer: Generated<LabelsJson>;
  created_at: Instant;
}
