import type { Generated } from "kysely";
import type { Day, Instant, LabelsJson } from "#db/schema/columns.ts";

export interface RoundTable {
  id: string;
  group_id: string;
  slug: string;
  titles: LabelsJson;
  venue: string | null;
  format: "bilateral-online" | "online-plenary" | "on-site" | "hybrid";
  zone: string;
  /** The city the zone was picked by: several cities share a zone, and people want to read their own. */
  city: Generated<string>;
  starts_on: Day;
  ends_on: Day;
  created_by: string;
  created_at: Instant;
  revision: Generated<number>;
}
