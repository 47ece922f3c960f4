import { Worker } from "node:worker_threads";
import type { BackupMade } from "#app/domain/backups/write-backup.server.ts";

/** What the thread is asked for. */
export interface BackupWork {
  backup: true;
  /** What `openStore` opens. */
  database: string;
  dataDir: string;
  /** Where to write it. */
  file: string;
  /** An instant. */
  at: string;
}

export type MadeInThread = Pick<BackupMade, "bytes" | "sha256" | "withSecret">;

/**
 * Makes a backup in a thread of its own.
 * @param threadFile the bundled `app/domain/backups/thread.ts`
 * @param signal ends it; what was begun is removed by the next one
 * @throws what `writeBackup` throws, as a plain error
 */
export async function backUpInThread(
  threadFile: string,
  work: Omit<BackupWork, "backup">,
  signal: AbortSignal,
): Promise<MadeInThread> {
  const worker = new Worker(threadFile, { workerData: { backup: true, ...work } satisfies BackupWork });
  const stop = () => void worker.terminate();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise<MadeInThread>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("It was ended before it was done.")));
    });
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
