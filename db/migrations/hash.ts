import { createHash } from "node:crypto";
import type { Migration } from "#db/migrations/migration.ts";

/** SHA-256 of the texts of a migration: two databases of the same number may have been made by different ones. */
export function hashOfMigration({ parts }: Pick<Migration, "parts">): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
