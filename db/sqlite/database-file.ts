import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";

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

/** Makes a database beside the file and moves it into place when it is whole: a kill leaves no half of it. */
export async function buildFile(file: string, fill: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.loading`;
  const remove = (...ends: string[]) => ends.map((end) => rmSync(draft + end, { force: true }));
  remove("", "-wal", "-shm");
  migrateFile(draft);
  await fill(draft);
  const raw = openRaw(draft);
  raw.pragma("wal_checkpoint(TRUNCATE)");
  raw.close();
  remove("-wal", "-shm");
  renameSync(draft, file);
}
