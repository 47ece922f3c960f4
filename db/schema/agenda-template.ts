import type { Generated } from "kysely";
import type { Instant, LabelsJson } from "#db/schema/columns.ts";

export interface AgendaTemplateTable {
  id: string;
  /** Null: offered to every group. */
  group_id: string | null;
  code: string;
  names: LabelsJson;
  /** Since when it is offered no more. */
  retired_at: Generated<Instant | null>;
  revision: Generated<number>;
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
  /** What it asks: the same in every copy of it, and in the agendas that are made from it. */
  question_id: string;
  revision: Generated<number>;
}
