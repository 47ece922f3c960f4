import { constants, setPriority } from "node:os";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { BackupWork } from "#app/domain/backups/back-up-in-thread.server.ts";
import { writeBackup } from "#app/domain/backups/write-backup.server.ts";
import { openStore } from "#db/engine.ts";

const isWork = (data: unknown): data is BackupWork =>
  typeof data === "object" && data !== null && "backup" in data && data.backup === true;

// Makes a backup beside the thread that serves pages, and leaves the processor to that one.
if (!isMainThread && parentPort && isWork(workerData)) {
  // On Linux this is of the thread alone; elsewhere it would be of the whole server.
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_LOW);
  const { database, dataDir, file, at } = workerData;
  const store = openStore(database, { isReadOnly: true });
  try {
    const wish = { dataDir, file, withSecret: false, force: false };
    const { bytes, sha256, withSecret } = await writeBackup(store, wish, new Date(at));
    parentPort.postMessage({ bytes, sha256, withSecret });
  } finally {
    await store.close();
  }
}
