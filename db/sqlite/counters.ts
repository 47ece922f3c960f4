import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { type RateLimiterAbstract, RateLimiterSQLite } from "rate-limiter-flexible";
import type { Counters } from "#db/engine.ts";

/**
 * Counters in a file of their own: a second connection that writes to the main database from the same thread would wait
 * for a transaction that cannot go on.
 */
export function openCounterFile(dataDir: string): Counters {
  const raw = new BetterSqlite(join(dataDir, "limits.sqlite"));
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = OFF"); // losing counters in a power failure harms nobody
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
