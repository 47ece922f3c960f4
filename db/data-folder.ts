import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { hasCode } from "#db/sqlite/errors.ts";
import { Unusable } from "#db/unusable.ts";

/** Who holds a data folder. */
export interface FolderHolder {
  /** As it stands in a sentence: "the server", "restore". */
  purpose: string;
  /** Null where only the lock tells that there is somebody. */
  pid: number | null;
  /** An instant; null like the process. */
  since: string | null;
  /** Where it answers: scheme, host and port; null where it is not asked anything. */
  origin: string | null;
  /** Which build it is: another one may read and write otherwise. */
  build: string | null;
}

/** A data folder that this process holds. */
export interface FolderHold {
  /** Gives it back. The kernel does it for a process that dies. */
  release(): void;
}

/** Somebody else holds the data folder. */
export class DataFolderHeld extends Unusable {
  constructor(
    dataDir: string,
    readonly holder: FolderHolder,
  ) {
    super(`The data folder ${dataDir} is in use: ${described(holder)}. Stop it first.`);
  }
}

/** How long those may take who only look who holds the folder, in milliseconds. */
const LOOKS_TAKE = 300;

/** Locks of this process: one that nobody refers to would be collected, and given up with it. */
const held = new Set<BetterSqlite.Database>();

/**
 * Holds a data folder alone, making it if there is none; to be called before anything in it is read or written. Whoever
 * prepares, migrates, serves or replaces what is in the folder holds it. The lock is SQLite's on an empty file: the
 * kernel keeps it, and takes it from a process that dies, however it dies.
 * @param purpose who holds it, as it stands in a sentence: "the server", "restore"
 * @throws DataFolderHeld with whoever holds it
 * @throws Unusable where the folder cannot be made or written to
 */
export function holdDataFolder(
  dataDir: string,
  purpose: string,
  { origin = null, build = null }: { origin?: string | null; build?: string | null } = {},
): FolderHold {
  const raw = openLock(dataDir);
  try {
    raw.exec("begin exclusive");
  } catch (error) {
    raw.close();
    if (hasCode(error, "SQLITE_BUSY")) throw new DataFolderHeld(dataDir, readHolder(dataDir));
    throw cannotUse(dataDir, error);
  }
  held.add(raw);
  writeHolder(dataDir, { purpose, pid: process.pid, since: new Date().toISOString(), origin, build });
  return {
    release: () => {
      if (!held.delete(raw)) return;
      rmSync(holderFile(dataDir), { force: true });
      raw.close();
    },
  };
}

/** Who holds a data folder at this moment, or null where nobody does. Makes nothing and needs no right to write. */
export function dataFolderHolder(dataDir: string): FolderHolder | null {
  let raw: BetterSqlite.Database;
  try {
    raw = new BetterSqlite(lockFile(dataDir), { readonly: true, fileMustExist: true, timeout: 0 });
  } catch {
    return null;
  }
  try {
    raw.prepare("select count(*) from sqlite_master").get();
    return null;
  } catch (error) {
    if (hasCode(error, "SQLITE_BUSY")) return readHolder(dataDir);
    throw error;
  } finally {
    raw.close();
  }
}

function openLock(dataDir: string): BetterSqlite.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    makeLock(lockFile(dataDir));
    return new BetterSqlite(lockFile(dataDir), { timeout: LOOKS_TAKE });
  } catch (error) {
    throw cannotUse(dataDir, error);
  }
}

function makeLock(file: string): void {
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function cannotUse(dataDir: string, error: unknown): Unusable {
  const why = error instanceof Error ? error.message : String(error);
  return new Unusable(`The data folder ${dataDir} cannot be used: ${why}. This account must be able to write there.`);
}

/** Must not be opened in any other way: closing it would give up the lock of the same process. */
function lockFile(dataDir: string): string {
  return join(dataDir, "lock.sqlite");
}

/** What is told of the holder; means nothing where the lock is free. */
function holderFile(dataDir: string): string {
  return join(dataDir, "lock.json");
}

function writeHolder(dataDir: string, holder: FolderHolder): void {
  const draft = `${holderFile(dataDir)}.part`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, holderFile(dataDir));
}

function readHolder(dataDir: string): FolderHolder {
  try {
    return JSON.parse(readFileSync(holderFile(dataDir), "utf8")) as FolderHolder;
  } catch {
    return { purpose: "another process", pid: null, since: null, origin: null, build: null };
  }
}

function described({ purpose, pid, since, origin }: FolderHolder): string {
  const known = [pid && `process ${pid}`, since && `since ${since}`, origin].filter(Boolean);
  return [purpose, ...known].join(", ");
}
