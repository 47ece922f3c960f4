import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { Unusable } from "#db/unusable.ts";
import { syncFile, syncFolder } from "#db/whole-file.ts";

/** Copies kept: a start that fails again and again must not fill the disk. */
const KEPT = 3;
const copyName = /^before-schema-\d+-from-\d+-(\d+)\.sqlite$/;
const draftName = /^before-schema-.+\.sqlite\.part(-journal)?$/;

/**
 * Copies a database into `backups/` before its schema changes. The copy is there whole or not at all; the oldest ones
 * go, and those of an earlier attempt at the same change.
 * @throws Unusable where there is no room for it
 */
export function copyBeforeMigration(raw: BetterSqlite.Database, from: number, to: number): void {
  if (raw.memory || !existsSync(raw.name)) return;
  const folder = join(dirname(raw.name), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (name.endsWith(".sqlite.part")) rmSync(join(folder, name), { force: true });
  requireRoom(raw, folder);
  const stem = `before-schema-${to}-from-${from}-`;
  const name = `${stem}${Date.now()}.sqlite`;
  const draft = join(folder, `${name}.part`);
  try {
    // VACUUM INTO is consistent while other processes write; a plain copy would miss what is in the write-ahead log.
    raw.prepare("vacuum into ?").run(draft);
    syncFile(draft);
    renameSync(draft, join(folder, name));
  } finally {
    removeDrafts(folder);
  }
  const others = copiesIn(folder).filter((copy) => copy !== name);
  const again = others.filter((copy) => copy.startsWith(stem));
  const old = others.filter((copy) => !again.includes(copy)).slice(KEPT - 1);
  for (const copy of [...again, ...old]) rmSync(join(folder, copy), { force: true });
  syncFolder(folder);
}

/** What a copy that was killed or found no room left. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) if (draftName.test(name)) rmSync(join(folder, name), { force: true });
}

function requireRoom(raw: BetterSqlite.Database, folder: string): void {
  const size = (name: string) => raw.pragma(name, { simple: true }) as number;
  const needed = size("page_count") * size("page_size");
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > needed) return;
  const megabytes = Math.ceil((needed - bavail * bsize) / 1024 ** 2);
  throw new Unusable(
    `A copy of the database is made before its schema changes, and ${megabytes} MB are missing for it.`,
  );
}

/** From new to old. */
function copiesIn(folder: string): string[] {
  const at = (name: string) => Number(copyName.exec(name)?.[1]);
  return readdirSync(folder)
    .filter((name) => copyName.test(name))
    .sort((one, other) => at(other) - at(one));
}
