import type { Generated } from "kysely";
import type { Day, Instant } from "#db/schema/columns.ts";

/** What was decided in a session, numbered in it. */
export interface DecisionTable {
  id: string;
  session_id: string;
  item_id: string | null;
  number: number;
  text: string;
  revision: Generated<number>;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  removed_at: Instant | null;
}

/** What somebody, or a delegation, does by a day; numbered in the session that agreed on it. */
export interface ActionPointTable {
  id: string;
  group_id: string;
  session_id: string;
  item_id: string | null;
  number: number;
  text: string;
  owner_id: string | null;
  delegation_id: string | null;
  due_on: Day | null;
  state: Generated<"open" | "done" | "dropped">;
  /** Said when it was settled. */
  note: Generated<string>;
  settled_by: string | null;
  settled_at: Instant | null;
  revision: Generated<number>;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
}

/** What somebody who attended would have a decision say. */
export interface DecisionAmendmentTable {
  id: string;
  decision_id: string;
  session_id: string;
  /** What it said when the amendment was begun. */
  base_text: string;
  text: string;
  note: Generated<string>;
  author_id: string;
  proposed_at: Instant;
  outcome: "accepted" | "refused" | null;
  reason: Generated<string>;
  decided_by: string | null;
  decided_at: Instant | null;
}
