import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** A wish to raise a sharing level, which a speaker of the delegation grants or refuses. */
export interface SharingRequestTable {
  id: string;
  contribution_id: string;
  from_level: string;
  to_level: string;
  note: Generated<string>;
  asked_by: string;
  asked_at: Instant;
  decision: "granted" | "refused" | "superseded" | null;
  /** Of a superseded one: whoever asked, where they took it back; null where something else closed it. */
  decided_by: string | null;
  decided_at: Instant | null;
  decision_note: Generated<string>;
  /** When the level was raised; null also for a granted one that waits for a second reader. */
  raised_at: Instant | null;
}
