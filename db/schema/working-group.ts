import type { Instant, LabelsJson } from "#db/schema/columns.ts";

export interface WorkingGroupTable {
  id: string;
  programme_id: string;
  slug: string;
  /** First part of the readable numbers of its records, `REL`. */
  code: string;
  names: LabelsJson;
  position: number;
  created_at: Instant;
}
