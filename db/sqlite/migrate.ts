import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { migrations } from "#db/migrations/list.ts";
import { type Migration, SchemaTooNew } from "#db/migrations/migration.ts";

/**
 * Brings a database to the newest schema in one IMMEDIATE transaction that includes `user_version`, so that a kill at
 * any step leaves either the old or the new schema. A database with content is copied to `backups/` beforehand.
 * @returns the numbers of the migrations that ran
 * @throws SchemaTooNew
 */
export function migrate(raw: BetterSqlite.Database, list: readonly Migration[] = migrations): number[] {
  const current = raw.pragma("user_version", { simple: true }) as number;
  const newest = list.at(-1)?.number ?? 0;
  if (current > newest) throw new SchemaTooNew(current, newest);
  const due = list.filter((migration) => migration.number > current);
  if (due.length === 0) return [];
  if (current > 0) backUp(raw, current, newest);
  raw
    .transaction(() => {
      for (const { parts } of due) for (const part of parts) raw.exec(part.sqlite);
      raw.pragma(`user_version = ${newest}`);
    })
    .immediate();
  return due.map((migration) => migration.number);
}

function backUp(raw: BetterSqlite.Database, version: number, newest: number): void {
  if (raw.memory || !existsSync(raw.name)) return;
  const folder = join(dirname(raw.name), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `before-schema-${newest}-from-${version}-${Date.now()}.sqlite`;
  // VACUUM INTO is consistent while other processes write; a plain copy would miss what is in the write-ahead log.
  raw.prepare("vacuum into ?").run(join(folder, name));
}
