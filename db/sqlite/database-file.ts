import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { newestMigration } from "#db/migrations/list.ts";
import { SchemaTooNew, SchemaTooOld } from "#db/migrations/migration.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";
import { syncFolder } from "#db/whole-file.ts";

/** What SQLite keeps beside a database. */
const beside = ["-wal", "-shm"] as const;

/** The database file inside a data folder. */
export function fileIn(dataDir: string): string {
  return join(dataDir, "zbornik.sqlite");
}

/** Brings a database file to the newest schema; see `migrate`. */
export function migrateFile(file: string): number[] {
  const raw = openRaw(file);
  try {
    return migrate(raw);
  } finally {
    raw.close();
  }
}

/** Looks at the schema. @throws SchemaTooNew @throws SchemaTooOld */
export function requireNewest(file: string): void {
  const found = versionOf(file);
  if (found > newestMigration) throw new SchemaTooNew(found, newestMigration);
  if (found < newestMigration) throw new SchemaTooOld(found, newestMigration);
}

/** Number of the newest migration that a file has been through. */
export function versionOf(file: string): number {
  const raw = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  try {
    return raw.pragma("user_version", { simple: true }) as number;
  } finally {
    raw.close();
  }
}

/**
 * Makes a database beside the file and moves it into place when it is whole: a kill leaves no half of it, and a file
 * that is there meanwhile stays. To be called by whoever holds the folder.
 * @throws EEXIST
 */
export async function buildFile(file: string, fill: (draft: string) => Promise<void>): Promise<void> {
  removeDrafts(file);
  const draft = `${file}.loading-${randomBytes(6).toString("hex")}`;
  migrateFile(draft);
  await fill(draft);
  const raw = openRaw(draft);
  raw.pragma("wal_checkpoint(TRUNCATE)");
  raw.close();
  setLogAside(file);
  moveIntoPlace(draft, file);
  removeDrafts(file);
  syncFolder(dirname(file));
}

/** What starts that were killed left. */
function removeDrafts(file: string): void {
  const left = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.loading`));
  for (const name of left) rmSync(join(dirname(file), name), { force: true });
}

/**
 * A log whose database is gone: SQLite would replay it into the new one. It may be all that is left of something, so it
 * is kept under another name.
 */
function setLogAside(file: string): void {
  for (const end of beside) {
    if (existsSync(file + end))
      renameSync(file + end, `${file}.left-${new Date().toISOString().replace(/\D/g, "")}${end}`);
  }
}

/** Gives the draft the name of the file, unless there is one. */
function moveIntoPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // Not every file system has links.
    if (existsSync(file) || (error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    renameSync(draft, file);
  }
}
