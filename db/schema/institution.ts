import type { LabelsJson } from "#db/schema/columns.ts";

export interface InstitutionTable {
  id: string;
  programme_id: string;
  beneficiary_id: string | null;
  type: string;
  names: LabelsJson;
}
