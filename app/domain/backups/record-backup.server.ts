import type { BackupMade } from "#app/domain/backups/write-backup.server.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

type MadeBy = "command" | "schedule";

/** Notes a backup that was made: all that the installation holds has left it. */
export async function recordBackup(
  store: Store,
  made: Pick<BackupMade, "bytes" | "sha256" | "withSecret"> & { file: string; by: MadeBy },
  now: Date,
): Promise<void> {
  const { file, by, bytes, sha256, withSecret } = made;
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("backup_run")
      .values({ id: newId(), at: now.toISOString(), made_by: by, file, bytes })
      .execute();
    const details = { by, bytes, withSecret, sha256 };
    await recordEvent(db, { accountId: null }, "installation.backed-up", { id: "installation" }, details, now);
  });
}

/** Notes that a backup could not be made. @param fault why, for whoever runs the installation */
export async function recordFailedBackup(
  store: Store,
  { file, by, fault }: { file: string; by: MadeBy; fault: string },
  now: Date,
): Promise<void> {
  const values = { id: newId(), at: now.toISOString(), made_by: by, file, fault: fault.slice(0, 500) || "unknown" };
  await writeTransaction(
    store,
    (db) =>
      db
        .insertInto("backup_run")
        .values(values)
        .execute()
        .then(() => null),
    {
      quiet: true,
    },
  );
}
