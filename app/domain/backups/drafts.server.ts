import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { BadBackup } from "#app/domain/backups/manifest.ts";

/** What makes a draft: its folder says it, and whoever looks into the data folder understands. */
type Purpose = "backup" | "restore";
/** A draft of a process that was killed is removed when it is so old, in milliseconds: no backup takes longer. */
const OLD = 86_400_000;
/** What is left for those who write meanwhile, in bytes. */
const RESERVE = 100 * 1024 * 1024;

/** Removes unfinished backups that a process left which was killed. @param folder where backups are written */
export function removeOldParts(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: now.getTime() };
    if (unfinished.test(name) && now.getTime() - mtimeMs > OLD) rmSync(join(folder, name), { force: true });
  }
}

/** The name of a backup until it is whole. */
export function unfinishedName(file: string, now: Date): string {
  return `${file}.${process.pid}-${now.getTime()}.zbornik-part`;
}
const unfinished = /\.\d+-\d+\.zbornik-part$/;

/** A folder for unfinished copies, beside what they are copies of: as private, and on the same disk. */
export function makeDraft(dataDir: string, purpose: Purpose, now: Date): string {
  const prefix = `${purpose}-draft-`;
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(prefix)) continue;
    const draft = join(dataDir, name);
    const { mtimeMs } = statSync(draft, { throwIfNoEntry: false }) ?? { mtimeMs: now.getTime() };
    if (now.getTime() - mtimeMs > OLD) rmSync(draft, { recursive: true, force: true });
  }
  return mkdtempSync(join(dataDir, prefix));
}

/**
 * A copy that fills the disk would stop everybody who saves.
 * @throws BadBackup
 */
export function refuseWithoutRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= bytes + RESERVE) return;
  const megabytes = (value: number) => Math.ceil(value / 1024 / 1024);
  throw new BadBackup(
    `There is not enough room in ${folder}: ${megabytes(bytes + RESERVE)} MB are needed, ${megabytes(free)} MB are free.`,
  );
}
