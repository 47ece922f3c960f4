import type { Generated } from "kysely";
import type { Json, LabelsJson } from "#db/schema/columns.ts";

export interface ThemeTable {
  id: string;
  code: string;
  labels: LabelsJson;
  broader_id: string | null;
  synonyms: Generated<Json>;
  position: number;
}
