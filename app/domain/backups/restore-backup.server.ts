import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { makeDraft, refuseWithoutRoom } from "#app/domain/backups/drafts.server.ts";
import { findUndone, type Undone } from "#app/domain/backups/find-undone.server.ts";
import { BadBackup, DATABASE, type Manifest, secretFiles } from "#app/domain/backups/manifest.ts";
import { decideRestore, finishRestore } from "#app/domain/backups/put-in-place.server.ts";
import { settleRestored } from "#app/domain/backups/settle-restored.server.ts";
import { unpackBackup } from "#app/domain/backups/unpack-backup.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { migrate, openStore } from "#db/engine.ts";

/** What a restore did, or would do. */
export interface Restored {
  manifest: Manifest;
  sha256: string;
  /** Numbers of the migrations that brought the copy up to date. */
  migrated: number[];
  signInsEnded: number;
  mailsHeld: number;
  hasSecret: boolean;
  /** What was restricted since, as what was there tells; null where it does not, or only checked. */
  undone: Undone[] | null;
  /** Where what was there is now, a path; null where nothing was, and where only checked. */
  aside: string | null;
}

/**
 * Puts an installation back from a backup. All of it is unpacked, checked and brought up to date beside what is there,
 * which is moved aside only then. To be called by whoever holds the data folder.
 * @param options.checkOnly to find out whether it could be restored: nothing changes
 * @param move for tests, which end it at every step
 * @throws BadBackup with everything as it was
 */
export async function restoreBackup(
  { file, dataDir, checkOnly }: { file: string; dataDir: string; checkOnly: boolean },
  now: Date,
  move: typeof renameSync = renameSync,
): Promise<Restored> {
  // Texts become a quarter when they are packed; what does not fit after all is told by the disk, with nothing changed.
  refuseWithoutRoom(dataDir, 5 * sizeOf(file));
  const draft = makeDraft(dataDir, "restore", now);
  let isDecided = false;
  try {
    const { manifest, sha256 } = await unpackBackup(file, draft);
    const names = manifest.files.map(({ name }) => name);
    const prepared = await prepare(join(draft, DATABASE), manifest, sha256, now);
    const restored = { manifest, sha256, hasSecret: names.includes(secretFiles[0]), ...prepared };
    if (checkOnly) return { ...restored, undone: null, aside: null };
    const aside = `before-restore-${now.toISOString().replace(/\.\d+/, "").replaceAll(":", "-")}`;
    decideRestore(dataDir, { draft: basename(draft), files: names, aside, madeAt: manifest.madeAt });
    isDecided = true;
    finishRestore(dataDir, move);
    const was = join(dataDir, aside);
    return { ...restored, undone: await findUndone(was, manifest), aside: existsSync(was) ? was : null };
  } finally {
    if (!isDecided) rmSync(draft, { recursive: true, force: true });
  }
}

function sizeOf(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new BadBackup(`There is no file ${file}.`);
  return size;
}

async function prepare(
  database: string,
  manifest: Manifest,
  sha256: string,
  now: Date,
): Promise<Pick<Restored, "migrated" | "signInsEnded" | "mailsHeld">> {
  const migrated = migrate(database);
  const store = openStore(database);
  try {
    const { brokenAt } = await verifyChain(store.read);
    if (brokenAt !== null) throw new BadBackup(`Its audit log was changed at event ${brokenAt}.`);
    return { migrated, ...(await settleRestored(store, manifest, sha256, now)) };
  } finally {
    await store.close();
  }
}
