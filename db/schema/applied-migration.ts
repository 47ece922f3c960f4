import type { Instant } from "#db/schema/columns.ts";

/** A migration that this database has been through. */
export interface AppliedMigrationTable {
  number: number;
  name: string;
  /** SHA-256 of its texts. */
  hash: string;
  /** Null where it was applied before this was kept: then its hash is that of the code which first kept it. */
  applied_at: Instant | null;
}
