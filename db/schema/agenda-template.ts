import type { LabelsJson } from "#db/schema/columns.ts";

export interface AgendaTemplateTable {
  id: string;
  /** Null: offered to every group. */
  group_id: string | null;
  code: string;
  names: LabelsJson;
}

export interface AgendaTemplateItemTable {
  id: string;
  template_id: string;
  position: number;
  kind: string;
  titles: LabelsJson;
  descriptions: LabelsJson;
  minutes: number;
  visibility: "shared" | "internal";
}
