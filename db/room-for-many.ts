import type BetterSqlite from "better-sqlite3";

/** Pages of the log after which it is written into the file, while all is written again: fewer times than usual. */
const LONG_LOG = 64_000;

/**
 * Gives a writing connection room for very many rows: memory for pages that rows with random ids touch all over the file,
 * and a long log. @returns what takes both back, and writes the log into the file: nobody who saves something afterwards
 * is to wait for it
 */
export function roomForMany(raw: BetterSqlite.Database, megabytes: number): () => void {
  const names = ["cache_size", "wal_autocheckpoint"] as const;
  const before = names.map((name) => [name, raw.pragma(name, { simple: true })] as const);
  raw.pragma(`cache_size = ${-megabytes * 1024}`);
  raw.pragma(`wal_autocheckpoint = ${LONG_LOG}`);
  return () => {
    raw.pragma("wal_checkpoint(PASSIVE)");
    for (const [name, value] of before) raw.pragma(`${name} = ${value}`);
  };
}
