import type { Generated } from "kysely";
import type { Instant, LabelsJson } from "#db/schema/columns.ts";

export interface ProgrammeTable {
  id: string;
  slug: string;
  names: LabelsJson;
  /** What it is about, in a sentence or two for everybody. */
  description: Generated<LabelsJson>;
  funding_statement: Generated<LabelsJson>;
  disclaimer: Generated<LabelsJson>;
  created_at: Instant;
}
