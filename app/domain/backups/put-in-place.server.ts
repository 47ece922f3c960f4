import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DATABASE, secretFiles } from "#app/domain/backups/manifest.ts";
import { syncFolder, writeWhole } from "#db/whole-file.ts";

/** A restore that has been decided: everything of it was checked and lies in the data folder. */
export interface RestorePlan {
  /** Folder with what is to be put in place, and its files; inside the data folder. */
  draft: string;
  files: string[];
  /** Folder for what was there, inside the data folder. */
  aside: string;
  /** When the backup was made. */
  madeAt: string;
}

/** From when it is there until everything is in its place: whoever starts next goes on with it. */
const PLAN = "restoring.json";

/**
 * All that belongs to the database that goes: its log would be replayed into the one that comes, which ends its audit
 * log elsewhere.
 */
const goes = [
  ...["", "-wal", "-shm", "-journal"].map((end) => DATABASE + end),
  ...["", "-wal", "-shm"].map((end) => `limits.sqlite${end}`),
  "audit-head",
];

/** Decides a restore: from now on it is finished, whatever happens. */
export function decideRestore(dataDir: string, plan: RestorePlan): void {
  writeWhole(join(dataDir, PLAN), JSON.stringify(plan), { replace: false });
}

/** The restore that was decided and not finished, or null. */
export function unfinishedRestore(dataDir: string): RestorePlan | null {
  const file = join(dataDir, PLAN);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as RestorePlan) : null;
}

/**
 * Moves what is in the data folder aside and what was restored into its place. Killed at any step, it is finished by
 * the next call. To be called by whoever holds the folder.
 * @param move for tests, which end it at every step
 * @returns what was finished, null where nothing was to be
 */
export function finishRestore(dataDir: string, move: typeof renameSync = renameSync): RestorePlan | null {
  const plan = unfinishedRestore(dataDir);
  if (!plan) return null;
  const [draft, aside] = [join(dataDir, plan.draft), join(dataDir, plan.aside)];
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of [...goes, ...secretFiles]) {
    const present = join(dataDir, name);
    if (!existsSync(present)) continue;
    const comes = plan.files.includes(name);
    // What came does not go again.
    if (comes && !existsSync(join(draft, name))) continue;
    if (comes || goes.includes(name)) move(present, free(join(aside, name)));
    else copyFileSync(present, join(aside, name));
  }
  if (readdirSync(aside).length === 0) rmdirSync(aside);
  else syncFolder(aside);
  for (const name of plan.files) if (existsSync(join(draft, name))) move(join(draft, name), join(dataDir, name));
  syncFolder(dataDir);
  rmSync(join(dataDir, PLAN));
  syncFolder(dataDir);
  rmSync(draft, { recursive: true, force: true });
  return plan;
}

/** A name that nothing has yet: what was moved aside is never replaced. */
function free(file: string): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? file : `${file}.${n}`;
    if (!existsSync(candidate)) return candidate;
  }
}
