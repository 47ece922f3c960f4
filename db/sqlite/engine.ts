import { setTimeout as sleep } from "node:timers/promises";
import type BetterSqlite from "better-sqlite3";
import type { Engine, Finding } from "#db/engine.ts";
import { checkConnection } from "#db/sqlite/checks.ts";
import { BUSY_TIMEOUT, openReader, openToCheck, openWriter } from "#db/sqlite/connection.ts";
import { hasCode } from "#db/sqlite/errors.ts";
import { Numbers } from "#db/sqlite/numbers.ts";
import { Statements } from "#db/sqlite/statements.ts";
import type { Db } from "#db/store.ts";

export interface SqliteOptions {
  /** Another thread calls `checkpoint` all the time: here it happens only when that one does not get to it. */
  isCheckpointedElsewhere?: boolean;
  /** For tests: rows whose order nobody asked for come the other way round. */
  isOrderReversed?: boolean;
  /** Nothing may be written, and the file may be damaged. */
  isReadOnly?: boolean;
}

/**
 * Pages of the log, 4 KiB each, from which on saving waits until it is written into the file; where another thread does
 * it.
 */
const LONGEST_LOG = 50_000;
/** The same while very many rows are written. */
const BULK_LOG = 64_000;
/** How long another process may write before this one gives up waiting, and how often it asks; in milliseconds. */
const LONGEST_WAIT = 5000;
const ASK_EVERY = 5;

/** Opens a database file that is migrated. */
export function openSqlite(file: string, options: SqliteOptions): SqliteEngine {
  return new SqliteEngine(file, options);
}

/**
 * A file and the two connections of a process, one that writes and one that reads: on one alone, Kysely's mutex would
 * make reads wait behind a transaction.
 */
export class SqliteEngine implements Engine {
  readonly read: Db;
  /** Outside a transaction for tests alone. */
  readonly writer: Db;
  private readonly rawReader: BetterSqlite.Database;
  private readonly rawWriter: BetterSqlite.Database;
  readonly asked: () => number;
  private readonly numbers: Numbers;
  private readonly totalChanges: BetterSqlite.Statement<[], number>;

  constructor(
    readonly address: string,
    options: SqliteOptions,
  ) {
    this.rawWriter = options.isReadOnly ? openToCheck(address) : openWriter(address);
    this.rawReader = options.isReadOnly ? openToCheck(address) : openReader(address);
    if (options.isCheckpointedElsewhere) this.rawWriter.pragma(`wal_autocheckpoint = ${LONGEST_LOG}`);
    if (options.isOrderReversed) {
      for (const raw of [this.rawWriter, this.rawReader]) raw.pragma("reverse_unordered_selects = ON");
    }
    const writing = new Statements(this.rawWriter);
    const reading = new Statements(this.rawReader);
    this.read = reading.toKysely();
    this.writer = writing.toKysely();
    this.asked = () => writing.asked + reading.asked;
    this.numbers = new Numbers(options.isReadOnly ? openToCheck(address) : openReader(address));
    this.totalChanges = this.rawWriter.prepare<[], number>("select total_changes()").pluck();
  }

  async transaction<T>(work: (db: Db, hasWritten: () => Promise<boolean>) => Promise<T>): Promise<T> {
    // Kysely lends its one connection to one at a time: while this has it, nobody else writes on it.
    return this.writer.connection().execute(async (db) => {
      await this.begin();
      try {
        const before = this.totalChanges.get();
        const result = await work(db, async () => this.totalChanges.get() !== before);
        this.rawWriter.exec("commit");
        return result;
      } catch (error) {
        // SQLITE_FULL and the like may have rolled back already.
        if (this.rawWriter.inTransaction) this.rawWriter.exec("rollback");
        throw error;
      }
    });
  }

  /**
   * Begins an IMMEDIATE transaction: a DEFERRED one fails with BUSY_SNAPSHOT under load. While another process writes,
   * as an import, this one waits without stopping: SQLite itself would hold up everything, pages that are only read
   * too.
   */
  private async begin(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT;
    for (;;) {
      this.rawWriter.pragma("busy_timeout = 0");
      try {
        this.rawWriter.exec("begin immediate");
        return;
      } catch (error) {
        if (!hasCode(error, "SQLITE_BUSY") || performance.now() > until) throw error;
      } finally {
        this.rawWriter.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
      }
      await sleep(ASK_EVERY);
    }
  }

  async snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.read.connection().execute(async (db) => {
      this.rawReader.exec("begin");
      try {
        return await work(db);
      } finally {
        this.rawReader.exec("commit");
      }
    });
  }

  async changeNumber(): Promise<number> {
    return this.numbers.change();
  }

  async publicNumber(): Promise<number> {
    return this.numbers.open();
  }

  async raiseChangeNumber(db: Db): Promise<void> {
    await db
      .updateTable("change_number")
      .set((eb) => ({ value: eb("value", "+", 1) }))
      .execute();
  }

  bulkLoad(megabytes: number): () => void {
    const names = ["cache_size", "wal_autocheckpoint"] as const;
    const before = names.map((name) => [name, this.rawWriter.pragma(name, { simple: true })] as const);
    this.rawWriter.pragma(`cache_size = ${-megabytes * 1024}`);
    this.rawWriter.pragma(`wal_autocheckpoint = ${BULK_LOG}`);
    return () => {
      this.checkpoint();
      for (const [name, value] of before) this.rawWriter.pragma(`${name} = ${value}`);
    };
  }

  readCache(megabytes: number): void {
    this.rawReader.pragma(`cache_size = ${-megabytes * 1024}`);
    this.rawReader.pragma("shrink_memory");
  }

  checkpoint(): void {
    // Waits for nobody, and nobody for it.
    if (!this.rawWriter.inTransaction) this.rawWriter.pragma("wal_checkpoint(PASSIVE)");
  }

  check(): Finding[] {
    return checkConnection(this.rawWriter);
  }

  async backUp(file: string): Promise<void> {
    // VACUUM INTO is consistent while other processes write; a plain copy would miss what is in the log.
    await this.read.connection().execute(async () => void this.rawReader.prepare("vacuum into ?").run(file));
  }

  async close(): Promise<void> {
    // Kysely closes what it has used. The one that writes goes last: only then it can take the log with it.
    this.numbers.close();
    await this.read.destroy();
    this.rawReader.close();
    await this.writer.destroy();
    this.rawWriter.close();
  }
}
