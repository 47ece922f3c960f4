import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "#app/config/config.server.ts";
import { backUpInThread } from "#app/domain/backups/back-up-in-thread.server.ts";
import { noFolder } from "#app/domain/backups/failure-reason.ts";
import { recordBackup, recordFailedBackup } from "#app/domain/backups/record-backup.server.ts";
import { rotateBackups } from "#app/domain/backups/rotate-backups.server.ts";
import { databaseOf } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

const HOUR = 3_600_000;
/** How often it looks whether one is due. */
const LOOK_EVERY = 60_000;
/** How long it waits after an attempt that failed. */
const RETRY_AFTER = HOUR;

interface Parts {
  store: Store;
  config: Pick<Config, "dataDir" | "backups">;
  log: Logger;
  /** The bundled thread that makes one. */
  threadFile: string;
}

/** Makes backups while the server runs, as the settings say, and removes those that are out of rotation. */
export function keepBackups(parts: Parts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= backUpIfDue(parts, new Date(), stopping.signal)
      .catch((error) => parts.log.error({ err: error }, "backup"))
      .finally(() => {
        running = null;
      });
  };
  if (parts.config.backups === null) return { stop: async () => undefined };
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}

/** Makes a backup if the schedule wants one now. */
export async function backUpIfDue({ store, config, log, threadFile }: Parts, now: Date, signal: AbortSignal) {
  const { dataDir, backups } = config;
  if (backups === null || now < (await nextAt(store, backups.everyHours, now))) return;
  const name = `zbornik-${now.toISOString().replace(/\.\d+/, "").replaceAll(":", "-")}.tar.gz`;
  const file = join(backups.folder, name);
  try {
    if (!existsSync(backups.folder)) throw new Error(noFolder(backups.folder));
    const work = { database: databaseOf(dataDir), dataDir, file, at: now.toISOString() };
    const made = await backUpInThread(threadFile, work, signal);
    await recordBackup(store, { ...made, file, by: "schedule" }, now);
    const removed = await rotateBackups(store, backups.folder, backups.keep, now);
    log.info({ file, bytes: made.bytes, sha256: made.sha256, removed }, "backup made");
  } catch (error) {
    if (signal.aborted) return;
    log.error({ err: error, file }, "backup failed");
    const fault = error instanceof Error ? error.message : String(error);
    await recordFailedBackup(store, { file, by: "schedule", fault }, now);
  }
}

/**
 * When the next one is due: so long after the last, and soon again after one that failed. One from the future, made
 * while the clock ran ahead, is not waited for.
 */
async function nextAt(store: Store, everyHours: number, now: Date): Promise<Date> {
  const last = await store.read
    .selectFrom("backup_run")
    .select(["at", "bytes"])
    .where("made_by", "=", "schedule")
    .where("at", "<=", now.toISOString())
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last) return new Date(0);
  const wait = last.bytes === null ? Math.min(RETRY_AFTER, everyHours * HOUR) : everyHours * HOUR;
  return new Date(Date.parse(last.at) + wait);
}
