import type BetterSqlite from "better-sqlite3";
import { Kysely } from "kysely";
import type { Schema } from "#db/schema/schema.ts";
import { Dialect } from "#db/sqlite/dialect.ts";
import type { BulkConnection, Db } from "#db/store.ts";

/** Statements kept prepared for each connection. */
const MAX_STATEMENTS = 500;

/** A connection that keeps its statements: preparing one takes longer than running most of them. */
export class Statements {
  /** How many were asked for so far. */
  asked = 0;
  private readonly known = new Map<string, BetterSqlite.Statement>();

  constructor(private readonly raw: BetterSqlite.Database) {}

  prepare(sql: string): BetterSqlite.Statement {
    this.asked++;
    const statement = this.known.get(sql) ?? this.raw.prepare(sql);
    // The one that was used last stands last; the first one goes.
    this.known.delete(sql);
    this.known.set(sql, statement);
    if (this.known.size > MAX_STATEMENTS) this.known.delete(this.known.keys().next().value ?? "");
    return statement;
  }

  close(): void {
    this.raw.close();
  }

  /** As Kysely queries it. */
  toKysely(): Db {
    const dialect = new Dialect({
      database: this,
      onCreateConnection: async (connection) => {
        (connection as BulkConnection).insertMany = (...given) => this.insertMany(...given);
      },
    });
    return new Kysely<Schema>({ dialect });
  }

  private insertMany(...[table, columns, rows, options]: Parameters<BulkConnection["insertMany"]>): number[] {
    const names = columns.map((column) => `"${column}"`).join(", ");
    const places = columns.map(() => "?").join(", ");
    const ending = `${options.skipExisting ? " on conflict do nothing" : ""}${options.returningId ? " returning id" : ""}`;
    const statement = this.prepare(`insert into "${table}" (${names}) values (${places})${ending}`);
    const valuesOf = (row: Readonly<Record<string, unknown>>) => columns.map((column) => row[column] ?? null);
    if (options.returningId) return rows.map((row) => (statement.get(valuesOf(row)) as { id: number }).id);
    for (const row of rows) statement.run(valuesOf(row));
    return [];
  }
}
