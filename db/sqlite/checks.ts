import type BetterSqlite from "better-sqlite3";
import type { Finding } from "#db/engine.ts";
import { migrations, newestMigration } from "#db/migrations/list.ts";
import { findEdited } from "#db/sqlite/applied-migrations.ts";
import { openToCheck, readPragmas } from "#db/sqlite/connection.ts";
import { objectFaults } from "#db/sqlite/objects.ts";

/** Faults of one kind that are named. */
const NAMED = 5;

/** Checks a database file, however damaged it is, and changes nothing. */
export function checkFile(file: string): Finding[] {
  let raw: BetterSqlite.Database;
  try {
    raw = openToCheck(file);
  } catch (error) {
    return [{ what: "database", fault: messageOf(error) }];
  }
  try {
    return checkConnection(raw);
  } finally {
    raw.close();
  }
}

/** Each check by itself: where one cannot be made, the others can. */
export function checkConnection(raw: BetterSqlite.Database): Finding[] {
  return [
    ...readPragmas(raw).map(([name, expected, actual]) =>
      finding(`pragma ${name}`, () =>
        isAsItShould(raw, name, expected, actual) ? [] : [`${actual}, expected ${expected}`],
      ),
    ),
    finding("schema", () => schemaFaults(raw)),
    finding("migrations", () => findEdited(raw, migrations)),
    finding("tables, indexes and triggers", () => objectFaults(raw)),
    finding("integrity", () => integrityFaults(raw)),
    finding("foreign keys", () => orphanFaults(raw)),
  ];
}

/** Whether a glance finds the database whole: its pages and their order, not what stands in them. */
export function isWhole(file: string): boolean {
  try {
    const raw = openToCheck(file);
    try {
      return raw.pragma("quick_check(1)", { simple: true }) === "ok";
    } finally {
      raw.close();
    }
  } catch {
    return false;
  }
}

function finding(what: string, look: () => string[]): Finding {
  try {
    const faults = look();
    const more = faults.length > NAMED ? `; and ${faults.length - NAMED} more` : "";
    return { what, fault: faults.length === 0 ? null : faults.slice(0, NAMED).join("; ") + more };
  } catch (error) {
    return { what, fault: messageOf(error) };
  }
}

function isAsItShould(raw: BetterSqlite.Database, name: string, expected: unknown, actual: unknown): boolean {
  // A copy that was never opened to write has no log yet; the next start sees to it.
  return actual === expected || (raw.readonly && name === "journal_mode" && actual === "delete");
}

function schemaFaults(raw: BetterSqlite.Database): string[] {
  const version = raw.pragma("user_version", { simple: true }) as number;
  if (version === newestMigration) return [];
  const why = version > newestMigration ? "a newer version of Zbornik made it" : "run migrate";
  return [`${version}, expected ${newestMigration}: ${why}`];
}

function integrityFaults(raw: BetterSqlite.Database): string[] {
  const faults = integrityOf(raw, "integrity_check");
  if (faults.length === 0) return [];
  const damaged = raw
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
    .all()
    .map(({ name }) => name)
    .filter((name) => integrityOf(raw, `integrity_check("${name}")`).length > 0);
  return damaged.length > 0 ? [`damaged: ${damaged.join(", ")}`, ...faults] : faults;
}

function integrityOf(raw: BetterSqlite.Database, check: string): string[] {
  try {
    const rows = raw.pragma(check) as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
  } catch (error) {
    return [messageOf(error)];
  }
}

function orphanFaults(raw: BetterSqlite.Database): string[] {
  const orphans = raw.pragma("foreign_key_check") as { table: string }[];
  const tables = [...new Set(orphans.map(({ table }) => table))];
  return tables.map((table) => {
    const count = orphans.filter((row) => row.table === table).length;
    return `${count} ${count === 1 ? "row" : "rows"} of ${table} without a parent`;
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
