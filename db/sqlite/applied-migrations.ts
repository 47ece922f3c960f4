import { createHash } from "node:crypto";
import type BetterSqlite from "better-sqlite3";
import type { Migration } from "#db/migrations/migration.ts";

interface Applied {
  number: number;
  name: string;
  hash: string;
}

/** SHA-256 of what a migration runs here. */
export function hashOfMigration({ parts }: Migration): string {
  return createHash("sha256")
    .update(JSON.stringify(parts.map(({ sqlite }) => sqlite)))
    .digest("hex");
}

/**
 * Keeps which migrations a database has been through; those from before this was kept, with the hash that they have
 * now. Call it inside their transaction.
 */
export function noteApplied(raw: BetterSqlite.Database, list: readonly Migration[], due: readonly Migration[]): void {
  if (!isKept(raw)) return;
  const insert = raw.prepare(
    "insert or ignore into applied_migration (number, name, hash, applied_at) values (?, ?, ?, ?)",
  );
  const now = new Date().toISOString();
  for (const migration of list) {
    const at = due.includes(migration) ? now : null;
    insert.run(migration.number, migration.name, hashOfMigration(migration), at);
  }
}

/** In what the migrations of a database differ from a list of them, as far as both go. */
export function findEdited(raw: BetterSqlite.Database, list: readonly Migration[]): string[] {
  if (!isKept(raw)) return [];
  const version = raw.pragma("user_version", { simple: true }) as number;
  const applied = raw.prepare<[], Applied>("select number, name, hash from applied_migration order by number").all();
  const byNumber = new Map(applied.map((row) => [row.number, row]));
  const faults = list
    .filter(({ number }) => number <= version)
    .flatMap((migration) => {
      const { number, name } = migration;
      const row = byNumber.get(number);
      if (!row) return [`migration ${number} (${name}) was never applied`];
      return row.hash === hashOfMigration(migration) ? [] : [`migration ${number} (${row.name}) was another one`];
    });
  const known = new Set(list.map(({ number }) => number));
  const strange = applied.filter(({ number }) => !known.has(number));
  return [...faults, ...strange.map(({ number, name }) => `migration ${number} (${name}) is not known here`)];
}

function isKept(raw: BetterSqlite.Database): boolean {
  return (
    raw.prepare("select 1 from sqlite_master where type = 'table' and name = 'applied_migration'").get() !== undefined
  );
}
