import type BetterSqlite from "better-sqlite3";
import { migrations } from "#db/migrations/list.ts";
import { type Migration, MigrationEdited, SchemaTooNew } from "#db/migrations/migration.ts";
import { findEdited, noteApplied } from "#db/sqlite/applied-migrations.ts";
import { copyBeforeMigration } from "#db/sqlite/copy-before-migration.ts";

/**
 * Brings a database to the newest schema in one IMMEDIATE transaction that includes `user_version`, so that a kill at
 * any step leaves either the old or the new schema. A database with content is copied to `backups/` beforehand.
 * @returns the numbers of the migrations that ran
 * @throws SchemaTooNew
 * @throws MigrationEdited
 */
export function migrate(raw: BetterSqlite.Database, list: readonly Migration[] = migrations): number[] {
  const current = raw.pragma("user_version", { simple: true }) as number;
  const newest = list.at(-1)?.number ?? 0;
  if (current > newest) throw new SchemaTooNew(current, newest);
  const edited = findEdited(raw, list);
  if (edited.length > 0) throw new MigrationEdited(edited);
  const due = list.filter((migration) => migration.number > current);
  if (due.length === 0) return [];
  if (current > 0) copyBeforeMigration(raw, current, newest);
  raw
    .transaction(() => {
      for (const { parts } of due) for (const part of parts) raw.exec(part.sqlite);
      raw.pragma(`user_version = ${newest}`);
      noteApplied(raw, list, due);
    })
    .immediate();
  return due.map((migration) => migration.number);
}
