import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** A step of a session as it goes: from then on this item is spoken about, there is a pause, or it is over. */
export interface LiveStepTable {
  session_id: string;
  /** 1, 2, 3 ... within the session. */
  number: number;
  kind: "item" | "pause" | "end";
  item_id: string | null;
  at: Instant;
  by_id: string;
  /** Taken back: it counts as if it had never been. */
  undone_at: Generated<Instant | null>;
  undone_by: Generated<string | null>;
}
