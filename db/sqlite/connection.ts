import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite from "better-sqlite3";

/** How long SQLite waits for others by itself, in milliseconds. */
export const BUSY_TIMEOUT = 5000;

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
 * Opens a connection that writes, making the file, which its owner alone may read, and its folder.
 * @throws Error naming a pragma that did not take
 */
export function openRaw(file: string): BetterSqlite.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  makeFile(file);
  const raw = new BetterSqlite(file);
  setPragmas(raw);
  return raw;
}

/** Makes a database file for its owner alone. SQLite gives what it keeps beside it the same mode. */
export function makeFile(file: string): void {
  // A file that is there is not opened: closing it would give up the locks that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, "wx", 0o600));
}

/** Opens a connection that writes to a database that is there. @throws Error naming a pragma that did not take */
export function openWriter(file: string): BetterSqlite.Database {
  const raw = new BetterSqlite(file, { fileMustExist: true });
  setPragmas(raw);
  return raw;
}

/** Opens a connection that only reads. @throws Error naming a pragma that did not take */
export function openReader(file: string): BetterSqlite.Database {
  const raw = new BetterSqlite(file, { readonly: true });
  setPragmas(raw, { readonly: true });
  return raw;
}

/** Opens a connection that only reads, whatever is wrong with the file. @throws where it cannot be opened at all */
export function openToCheck(file: string): BetterSqlite.Database {
  const raw = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  for (const [name, value] of pragmas) if (name !== "journal_mode") raw.pragma(`${name} = ${value}`);
  return raw;
}

/**
 * Sets every pragma and reads it back: better-sqlite3 opens an existing WAL file with synchronous=NORMAL, which would
 * lose acknowledged changes when the power fails.
 */
function setPragmas(raw: BetterSqlite.Database, options: { readonly?: boolean } = {}): void {
  for (const [name, value, expected] of pragmas) {
    // A read-only connection cannot change the journal mode, but must find the right one.
    if (!(options.readonly && name === "journal_mode")) raw.pragma(`${name} = ${value}`);
    const actual = raw.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(`SQLite pragma ${name} is ${String(actual)}, expected ${String(expected)}`);
  }
}

/** What `openRaw` set, read from a connection: `[name, expected, actual]` a row. */
export function readPragmas(raw: BetterSqlite.Database): [name: string, expected: unknown, actual: unknown][] {
  return pragmas.map(([name, , expected]) => [name, expected, raw.pragma(name, { simple: true })]);
}
