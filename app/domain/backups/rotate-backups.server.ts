import { lstatSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Keep, outOfRotation } from "#app/domain/backups/rotation.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Removes backups that the schedule of this installation made in a folder and that are out of rotation. Nothing else
 * is ever removed: not what a command made, nor what lies there beside, whatever its name.
 * @returns the files that were removed
 */
export async function rotateBackups(store: Store, folder: string, keep: Keep, now: Date): Promise<string[]> {
  const rows = await store.read
    .selectFrom("backup_run")
    .select(["id", "at", "file", "bytes"])
    .where("made_by", "=", "schedule")
    .where("bytes", "is not", null)
    .where("removed_at", "is", null)
    .orderBy("at")
    .execute();
  const here = rows.filter(({ file }) => dirname(file) === folder);
  const out = new Set(
    outOfRotation(
      here.map(({ at }) => at),
      keep,
      now,
    ),
  );
  const leaving = here.filter(({ at }) => out.has(at));
  const removed = leaving.filter(isAsItWasMade);
  for (const { file } of removed) rmSync(file, { force: true });
  if (leaving.length > 0) {
    const gone = { removed_at: now.toISOString() };
    const ids = leaving.map(({ id }) => id);
    await writeTransaction(
      store,
      (db) =>
        db
          .updateTable("backup_run")
          .set(gone)
          .where("id", "in", ids)
          .execute()
          .then(() => null),
      { quiet: true },
    );
  }
  return removed.map(({ file }) => file);
}

/** Somebody may have put something else in its place, or taken it away. */
function isAsItWasMade({ file, bytes }: { file: string; bytes: number | null }): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === bytes;
}
