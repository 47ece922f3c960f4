import BetterSqlite from "better-sqlite3";
import { migrations } from "#db/migrations/list.ts";
import type { Migration } from "#db/migrations/migration.ts";
import { migrate } from "#db/sqlite/migrate.ts";

interface SchemaObject {
  type: string;
  name: string;
  sql: string | null;
}

/**
 * In what the tables, indexes and triggers of a database differ from those of one that was made just now.
 * @param list the migrations that it has been through
 */
export function objectFaults(raw: BetterSqlite.Database, list: readonly Migration[] = migrations): string[] {
  const fresh = new BetterSqlite(":memory:");
  try {
    migrate(fresh, list);
    const [wanted, found] = [objectsOf(fresh), objectsOf(raw)];
    return [
      ...[...wanted].flatMap(([key, sql]) => {
        if (!found.has(key)) return [`${key} is missing`];
        return found.get(key) === sql ? [] : [`${key} is another one`];
      }),
      ...[...found.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not one of Zbornik`),
    ];
  } finally {
    fresh.close();
  }
}

/** All but what SQLite makes itself, tables and indexes: a trigger or a view is somebody's, however it is called. */
function objectsOf(raw: BetterSqlite.Database): Map<string, string | null> {
  const rows = raw.prepare<[], SchemaObject>(
    "select type, name, sql from sqlite_master " +
      "where type not in ('table', 'index') or name not like 'sqlite~_%' escape '~' order by type, name",
  );
  return new Map(rows.all().map(({ type, name, sql }) => [`${type} ${name}`, sql]));
}
