import type { Generated } from "kysely";
import type { Day, Instant } from "#db/schema/columns.ts";

/** The frame in which a round is planned; wall times `HH:MM` are on the clock of the round. */
export interface RoundPlanTable {
  round_id: string;
  slot_minutes: number;
  /** What a person needs free between two sessions. */
  buffer_minutes: number;
  /** Null: as many as there are. */
  most_at_once: number | null;
  /** How many breaks more than another one somebody may have; null: as it comes. */
  most_apart: number | null;
  /** In which nothing is placed on any day; both or none. */
  pause_from: string | null;
  pause_to: string | null;
  revision: Generated<number>;
  updated_at: Instant;
}

/** A day of the round on which sessions may be, with its hours. */
export interface RoundPlanDayTable {
  round_id: string;
  day: Day;
  day_from: string;
  day_to: string;
}
