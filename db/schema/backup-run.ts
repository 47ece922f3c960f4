import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** A backup that was made, or an attempt that failed. */
export interface BackupRunTable {
  id: string;
  at: Instant;
  made_by: "command" | "schedule";
  /** Where it was written, a path. */
  file: string;
  /** Null where it failed. */
  bytes: number | null;
  /** Why it failed, for whoever runs the installation; empty where it did not. */
  fault: Generated<string>;
  /** When the schedule removed it to make room for newer ones. */
  removed_at: Instant | null;
}
