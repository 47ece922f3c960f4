import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { migrations } from "#db/migrations/list.ts";

/** The newest schema this code knows. */
export const newestMigration = migrations.at(-1)?.number ?? 0;

/** The database is newer than the code. */
export class SchemaTooNew extends Error {
  constructor(found: number) {
    super(`The database is at schema ${found}; this version of Zbornik knows ${newestMigration}. Install a newer one.`);
  }
}

/**
 * Brings a database to the newest schema in one IMMEDIATE transaction that includes `user_version`, so that a kill at
 * any step leaves either the old or the new schema. A database with content is copied to `backups/` beforehand.
 * @returns the numbers of the migrations that ran
 * @throws SchemaTooNew
 */
export function migrate(raw: BetterSqlite.Database): number[] {
  const current = raw.pragma("user_version", { simple: true }) as number;
  if (current > newestMigration) throw new SchemaTooNew(current);
  const due = migrations.filter((migration) => migration.number > current);
  if (due.length === 0) return [];
  if (current > 0) backUp(raw, current);
  raw
    .transaction(() => {
      for (const migration of due) raw.exec(migration.sql);
      raw.pragma(`user_version = ${newestMigration}`);
    })
    .immediate();
  return due.map((migration) => migration.number);
}

function backUp(raw: BetterSqlite.Database, version: number): void {
  if (raw.memory || !existsSync(raw.name)) return;
  const folder = join(dirname(raw.name), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `before-schema-${newestMigration}-from-${version}-${Date.now()}.sqlite`;
  // VACUUM INTO is consistent while other processes write; a plain copy would miss what is in the write-ahead log.
  raw.prepare("vacuum into ?").run(join(folder, name));
}
