import { existsSync, statSync } from "node:fs";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { newestMigration } from "#db/migrations/list.ts";
import { checkFile, isWhole } from "#db/sqlite/checks.ts";
import { openCounterFile } from "#db/sqlite/counters.ts";
import { buildFile, fileIn, migrateFile, requireNewest, versionOf } from "#db/sqlite/database-file.ts";
import { openSqlite, type SqliteOptions } from "#db/sqlite/engine.ts";
import { hasCode } from "#db/sqlite/errors.ts";
import { inspectFile } from "#db/sqlite/inspect.ts";
import type { Db, Store } from "#db/store.ts";

/**
 * What differs from one database to another, under names that say what for. Queries are not here: they are written so
 * that every database understands them.
 */
export interface Engine {
  /** What `openStore` opens it by, for another thread or process. */
  readonly address: string;
  readonly read: Db;
  readonly asked: () => number;
  /**
   * Runs `work` in a transaction that holds the lock of all who write from its beginning; commits when it returns,
   * takes everything back when it throws. While another process writes, it waits without holding up what else goes on.
   * @param work gets what tells whether anything was written so far
   * @throws the error of the database after five seconds
   */
  transaction<T>(work: (db: Db, hasWritten: () => Promise<boolean>) => Promise<T>): Promise<T>;
  /** Runs `work` on the committed state of one moment. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The committed change number. */
  changeNumber(): Promise<number>;
  /** The committed number that only what is public raises. */
  publicNumber(): Promise<number>;
  /** Raises the change number, inside a transaction. */
  raiseChangeNumber(db: Db): Promise<void>;
  /**
   * Makes room for writing very many rows: memory for pages, in megabytes, and a long log. @returns what takes both
   * back, so that nobody who saves something afterwards waits for it
   */
  bulkLoad(megabytes: number): () => void;
  /** How much memory reading may keep pages in, in megabytes; what is more is given back. */
  readCache(megabytes: number): void;
  /** Moves what was committed from the log into the file, as far as nobody is held up by it. */
  checkpoint(): void;
  /** Checks settings, schema, and the integrity of the data; see `checkDatabase`. */
  check(): Finding[];
  /** Copies the committed state into a file, consistently while others write. */
  backUp(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Something that was looked at, and what is wrong with it, if anything. */
export interface Finding {
  what: string;
  fault: string | null;
}

/** What a database that nobody has opened holds. */
export interface Inspection {
  /** Number of its newest migration. */
  schema: number;
  /** Rows of each table. */
  tables: Record<string, number>;
  /** The last event of the audit log; null while there is none. */
  auditHead: { seq: number; hash: string } | null;
  /** Where it contradicts itself. */
  faults: string[];
  /** In what its tables, indexes and triggers differ from those of a new one of its schema. */
  strange: string[];
}

/**
 * Looks into a copy of a database, of whatever schema, without changing anything.
 * @throws the error of the database where it cannot be read at all
 */
export function inspectDatabase(address: string): Inspection {
  return inspectFile(address);
}

/** Where the database of a data folder is: what the functions below take as an address. */
export function databaseOf(dataDir: string): string {
  return fileIn(dataDir);
}

export function databaseExists(address: string): boolean {
  return existsSync(address);
}

/** How much room a copy of a database needs at most, in bytes. */
export function databaseSize(address: string): number {
  return [address, `${address}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/**
 * Brings a database to the newest schema, making it if there is none; one with content is copied to `backups/` first.
 * @returns the numbers of the migrations that ran
 * @throws SchemaTooNew
 */
export function migrate(address: string): number[] {
  return migrateFile(address);
}

/**
 * Looks at the schema of a database and leaves it as it is.
 * @throws SchemaTooNew
 * @throws SchemaTooOld
 */
export function requireSchema(address: string): void {
  requireNewest(address);
}

/** Whether `migrate` has something to do. */
export function isOlder(address: string): boolean {
  return versionOf(address) < newestMigration;
}

/** Checks settings, schema, and the integrity of the data of a database, however damaged it is. Changes nothing. */
export function checkDatabase(address: string): Finding[] {
  return checkFile(address);
}

/** Whether a glance finds a database whole, in a fraction of the time of a check. Changes nothing. */
export function databaseIsWhole(address: string): boolean {
  return isWhole(address);
}

/** Makes a database with content: until `fill` has come to its end there is none. */
export async function buildDatabase(address: string, fill: (store: Store) => Promise<void>): Promise<void> {
  await buildFile(address, async (draft) => {
    const store = openStore(draft);
    try {
      await fill(store);
    } finally {
      await store.close();
    }
  });
}

/** Opens a migrated database. @param address a file */
export function openStore(address: string, options: SqliteOptions = {}): Store {
  const engine = openSqlite(address, options);
  return {
    engine,
    read: engine.read,
    asked: engine.asked,
    close: () => engine.close(),
  };
}

/** Whether there was no room left to write. */
export function isDiskFull(error: unknown): boolean {
  return hasCode(error, "SQLITE_FULL");
}

/** Whether what the database read is not what it once wrote. */
export function isDamaged(error: unknown): boolean {
  return hasCode(error, "SQLITE_CORRUPT") || hasCode(error, "SQLITE_NOTADB");
}

/** Whether this account may not write to the database. */
export function isUnwritable(error: unknown): boolean {
  return hasCode(error, "SQLITE_READONLY") || hasCode(error, "SQLITE_CANTOPEN");
}

/** Whether another process wrote for so long that this one gave up waiting. */
export function isBusy(error: unknown): boolean {
  return hasCode(error, "SQLITE_BUSY");
}

/** Whether something went wrong in the database, whatever it was. */
export function isFromDatabase(error: unknown): boolean {
  return hasCode(error, "SQLITE_");
}

/** Whether the database refused a value: a CHECK, a foreign key, or one that must be unique. */
export function isConstraint(error: unknown): boolean {
  return hasCode(error, "SQLITE_CONSTRAINT");
}

/** Counts that survive a restart, for rate limits. */
export interface Counters {
  limiter(rule: { keyPrefix: string; points: number; duration: number }): Promise<RateLimiterAbstract>;
  close(): void;
}

/** Opens the counters of a data folder. */
export function openCounters(dataDir: string): Counters {
  return openCounterFile(dataDir);
}
