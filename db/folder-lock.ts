import { closeSync, openSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import { hasCode } from "#db/sqlite/errors.ts";

/** How long to wait for those who only look, in milliseconds. */
const LOOKS_TAKE = 300;

/** Locks of this process: one that nobody refers to would be collected, and given up with it. */
const held = new Set<BetterSqlite.Database>();

/**
 * Locks a file, making it if there is none, alone or together with others. The lock is SQLite's on an empty database:
 * the kernel keeps it, and takes it from a process that dies, however it dies. The file must not be opened in any other
 * way: closing it would give up the lock of the same process.
 * @returns what gives it up, or null where others have a lock that goes before it
 * @throws what the file system says
 */
export function takeLock(file: string, how: "alone" | "together"): (() => void) | null {
  makeFile(file);
  const raw = new BetterSqlite(file, { timeout: LOOKS_TAKE });
  try {
    if (how === "alone") raw.exec("begin exclusive");
    else share(raw);
  } catch (error) {
    raw.close();
    if (hasCode(error, "SQLITE_BUSY")) return null;
    throw error;
  }
  held.add(raw);
  return () => {
    if (held.delete(raw)) raw.close();
  };
}

/** Whether somebody has locked a file alone at this moment. Makes nothing and needs no right to write. */
export function isLockedAlone(file: string): boolean {
  let raw: BetterSqlite.Database;
  try {
    raw = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: 0 });
  } catch {
    return false;
  }
  try {
    share(raw);
    return false;
  } catch (error) {
    if (hasCode(error, "SQLITE_BUSY")) return true;
    throw error;
  } finally {
    raw.close();
  }
}

/** A transaction that has read something keeps others from having the file alone. */
function share(raw: BetterSqlite.Database): void {
  raw.exec("begin");
  raw.prepare("select count(*) from sqlite_master").get();
}

function makeFile(file: string): void {
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
