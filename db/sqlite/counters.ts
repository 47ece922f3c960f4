import { rmSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { type RateLimiterAbstract, RateLimiterSQLite } from "rate-limiter-flexible";
import type { Counters } from "#db/engine.ts";
import { makeFile } from "#db/sqlite/connection.ts";

/**
 * Counters in a file of their own: a second connection that writes to the main database from the same thread would wait
 * for a transaction that cannot go on. A file that is damaged is thrown away: all that it holds is forgotten within an
 * hour anyway.
 * @throws where no such file can be made either
 */
export function openCounterFile(dataDir: string): Counters {
  const file = join(dataDir, "limits.sqlite");
  const raw = openWhole(file) ?? openAnew(file);
  return {
    limiter: (rule) =>
      new Promise<RateLimiterAbstract>((resolve, reject) => {
        const limiter = new RateLimiterSQLite(
          { ...rule, storeClient: raw, storeType: "better-sqlite3", tableName: "limits" },
          (error?: Error) => (error ? reject(error) : resolve(limiter)),
        );
      }),
    close: () => void raw.close(),
  };
}

function openAnew(file: string): BetterSqlite.Database {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(file + end, { force: true });
  return open(file);
}

/** Opens it if nothing is wrong with it. */
function openWhole(file: string): BetterSqlite.Database | null {
  let raw: BetterSqlite.Database | null = null;
  try {
    raw = open(file);
    if (raw.pragma("integrity_check", { simple: true }) === "ok") return raw;
  } catch {
    // Whatever it is, it is no file to count in.
  }
  raw?.close();
  return null;
}

function open(file: string): BetterSqlite.Database {
  makeFile(file);
  // Waits for nobody: it would hold up every page, and whoever counts can do so in memory meanwhile.
  const raw = new BetterSqlite(file, { timeout: 0 });
  try {
    raw.pragma("journal_mode = WAL");
    raw.pragma("synchronous = OFF"); // losing counters in a power failure harms nobody
  } catch (error) {
    raw.close();
    throw error;
  }
  return raw;
}
