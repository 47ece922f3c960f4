import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import type { Schema } from "#db/schema/schema.ts";

/** Something that can be queried: the reader, or the writer inside a transaction. */
export type Db = Kysely<Schema>;

/** An attempt at a change, named by the client, so that sending it twice changes nothing twice. */
export interface Attempt {
  key: string;
  actorId: string;
  route: string;
  bodyHash: string;
}

/** The two connections of a process. Kysely's mutex would make reads wait behind a transaction on one connection. */
export interface Store {
  readonly read: Db;
  readonly writer: Db;
  /** Present while a request with an idempotency key is answered; consumed by the first `writeTransaction`. */
  readonly attempt?: Attempt;
  /** How many statements both have been asked to run so far: tests compare the work of two answers. */
  readonly asked: () => number;
  /** The raw reading connection, for statements that are prepared once. */
  readonly raw: BetterSqlite.Database;
  /** The raw writing connection; only `writeMany` uses it. */
  readonly rawWriter: BetterSqlite.Database;
  close(): Promise<void>;
}

/** How long SQLite waits for others by itself, in milliseconds. */
const BUSY_TIMEOUT = 5000;

const pragmas = [
  ["busy_timeout", String(BUSY_TIMEOUT), BUSY_TIMEOUT],
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  ["secure_delete", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["journal_size_limit", String(64 * 1024 * 1024), 64 * 1024 * 1024],
] as const;

/**
 * Sets every pragma and reads it back: better-sqlite3 opens an existing WAL file with synchronous=NORMAL, which would
 * lose acknowledged changes when the power fails.
 * @throws Error naming the pragma that did not take
 */
export function setPragmas(raw: BetterSqlite.Database, options: { readonly?: boolean } = {}): void {
  for (const [name, value, expected] of pragmas) {
    // A read-only connection cannot change the journal mode, but must find the right one.
    if (!(options.readonly && name === "journal_mode")) raw.pragma(`${name} = ${value}`);
    const actual = raw.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(`SQLite pragma ${name} is ${String(actual)}, expected ${String(expected)}`);
  }
}

/** What `setPragmas` expects, read from a connection: `[name, expected, actual]` a row. */
export function readPragmas(raw: BetterSqlite.Database): [name: string, expected: unknown, actual: unknown][] {
  return pragmas.map(([name, , expected]) => [name, expected, raw.pragma(name, { simple: true })]);
}

/** The database file inside a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, "zbornik.sqlite");
}

/** Opens the writing connection alone, creating the folder and the file, for migrations and the command line. */
export function openRaw(file: string): BetterSqlite.Database {
  const folder = join(file, "..");
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const raw = new BetterSqlite(file);
  setPragmas(raw);
  return raw;
}

/** Opens a migrated database: one writer and one reader. */
export function openStore(file: string): Store {
  const rawWriter = openRaw(file);
  const rawReader = new BetterSqlite(file, { readonly: true });
  setPragmas(rawReader, { readonly: true });
  const writing = statementsOf(rawWriter);
  const reading = statementsOf(rawReader);
  const writer = new Kysely<Schema>({ dialect: new SqliteDialect({ database: writing }) });
  const reader = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reading }) });
  return {
    read: reader,
    writer,
    asked: () => writing.asked + reading.asked,
    raw: rawReader,
    rawWriter,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** Statements kept prepared for each connection. */
const MOST_STATEMENTS = 500;

/** A connection as Kysely wants one, that keeps statements: preparing one takes longer than running most of them. */
function statementsOf(raw: BetterSqlite.Database) {
  const known = new Map<string, BetterSqlite.Statement>();
  return {
    asked: 0,
    prepare(sql: string): BetterSqlite.Statement {
      this.asked++;
      const statement = known.get(sql) ?? raw.prepare(sql);
      // The one that was used last stands last; the first one goes.
      known.delete(sql);
      known.set(sql, statement);
      if (known.size > MOST_STATEMENTS) known.delete(known.keys().next().value ?? "");
      return statement;
    },
    close: () => void raw.close(),
  };
}

/** The same store for one attempt: its first transaction answers a repeated attempt with the stored result. */
export function attemptOn(store: Store, attempt: Attempt): Store {
  return { ...store, attempt };
}

/** A key was used before for something else. */
export class AttemptReused extends Error {
  constructor() {
    super("The idempotency key was used for another change");
  }
}

const inTransaction = new AsyncLocalStorage<true>();

/**
 * Runs `change` in one IMMEDIATE transaction on the writer (a DEFERRED one fails with BUSY_SNAPSHOT under load) and
 * raises the change number. When the store carries an attempt, its key is stored with the result in the same
 * transaction; the same attempt again returns that result and changes nothing. The result must therefore be plain JSON.
 * @throws AttemptReused when the key was used with another body, by another account or on another route
 */
export async function writeTransaction<T>(store: Store, change: (db: Db) => Promise<T>): Promise<T> {
  if (inTransaction.getStore()) throw new Error("writeTransaction inside writeTransaction would wait for ever");
  return inTransaction.run(true, () =>
    store.writer.connection().execute(async (db) => {
      await beginWriting(store.rawWriter);
      try {
        const earlier = await earlierResult<T>(db, store.attempt);
        if (earlier) {
          await sql`rollback`.execute(db);
          return earlier.result;
        }
        const result = await change(db);
        await rememberAttempt(db, store.attempt, result);
        await sql`update change_number set value = value + 1`.execute(db);
        await sql`commit`.execute(db);
        return result;
      } catch (error) {
        // SQLITE_FULL and the like may have rolled back already.
        await sql`rollback`.execute(db).catch(() => undefined);
        throw error;
      }
    }),
  );
}

/**
 * Like `writeTransaction`, for thousands of rows with statements that are prepared once. What changes nothing leaves no
 * trace, not even a higher change number.
 */
export async function writeMany<T>(store: Store, change: (raw: BetterSqlite.Database) => T): Promise<T> {
  if (inTransaction.getStore()) throw new Error("writeMany inside writeTransaction would wait for ever");
  const raw = store.rawWriter;
  // Kysely lends its one connection to one at a time: while this has it, nobody else writes on it.
  return store.writer.connection().execute(async () => {
    await beginWriting(raw);
    try {
      const before = totalChanges(raw);
      const result = change(raw);
      const changed = totalChanges(raw) !== before;
      if (changed) raw.exec("update change_number set value = value + 1");
      raw.exec(changed ? "commit" : "rollback");
      return result;
    } catch (error) {
      if (raw.inTransaction) raw.exec("rollback");
      throw error;
    }
  });
}

/** How long another process may write before this one gives up waiting, and how often it asks; in milliseconds. */
const LONGEST_WAIT = 5000;
const ASK_EVERY = 5;

/**
 * Begins a transaction that writes. While another process does, as an import, this one waits without stopping: SQLite
 * itself would hold up everything, pages that are only read too.
 * @throws SqliteError SQLITE_BUSY after five seconds
 */
async function beginWriting(raw: BetterSqlite.Database): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  for (;;) {
    raw.pragma("busy_timeout = 0");
    try {
      raw.exec("begin immediate");
      return;
    } catch (error) {
      const isBusy = error instanceof BetterSqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() > until) throw error;
    } finally {
      raw.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    }
    await sleep(ASK_EVERY);
  }
}

function totalChanges(raw: BetterSqlite.Database): number {
  return raw.prepare("select total_changes()").pluck().get() as number;
}

async function earlierResult<T>(db: Db, attempt: Attempt | undefined): Promise<{ result: T } | undefined> {
  if (!attempt) return undefined;
  const row = await db.selectFrom("idempotency_key").selectAll().where("key", "=", attempt.key).executeTakeFirst();
  if (!row) return undefined;
  if (row.body_hash !== attempt.bodyHash || row.actor_id !== attempt.actorId || row.route !== attempt.route) {
    throw new AttemptReused();
  }
  return { result: JSON.parse(row.result) as T };
}

async function rememberAttempt(db: Db, attempt: Attempt | undefined, result: unknown): Promise<void> {
  if (!attempt) return;
  await db
    .insertInto("idempotency_key")
    .values({
      key: attempt.key,
      actor_id: attempt.actorId,
      route: attempt.route,
      body_hash: attempt.bodyHash,
      result: JSON.stringify(result ?? null),
      created_at: new Date().toISOString(),
    })
    .execute();
}

/** The number that every transaction raises, read from the reading connection. */
export function changeNumber(store: Store): number {
  return store.raw.prepare("select value from change_number").pluck().get() as number;
}
