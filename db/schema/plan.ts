import type { Generated } from "kysely";
import type { Day, Flag, Instant, Json } from "#db/schema/columns.ts";

/** A draft of the timetable of a round; its times are wall times of the round. */
export interface PlanDraftTable {
  id: string;
  round_id: string;
  name: string;
  /** As the planner left it, proven to be the best; not any more once something was moved. */
  proven: Generated<Flag>;
  revision: Generated<number>;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  /** When it became the timetable that people know. */
  released_at: Instant | null;
}

/** Where a draft has a pairing. */
export interface PlanPlacementTable {
  draft_id: string;
  pairing_id: string;
  wall_date: Day;
  wall_time: string;
  /** The planner leaves it there. */
  pinned: Generated<Flag>;
}

/** What the planner was asked for a round, how far it is, and what came of it. */
export interface PlanRunTable {
  id: string;
  round_id: string;
  /** The draft from which as little as possible is to change. */
  previous_draft_id: string | null;
  /** The draft that was made of it. */
  draft_id: string | null;
  /** Sessions that are scheduled stay where they are. */
  keeps: Generated<Flag>;
  seconds: number;
  state: Generated<"running" | "done" | "failed">;
  /** Breaks of the best timetable so far; null while there is none. */
  best: number | null;
  /** Proven: no timetable has fewer. */
  bound: Generated<number>;
  seconds_left: number;
  /** Status and reasons, once it has ended. */
  answer: Json | null;
  /** Single changes with which there would be a timetable. */
  changes: Json | null;
  started_by: string;
  started_at: Instant;
  ended_at: Instant | null;
}
