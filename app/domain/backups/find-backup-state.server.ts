import { dirname } from "node:path";
import type { Db } from "#db/store.ts";

/** What is known of the backups of an installation. */
export interface BackupState {
  /** The last that was made. */
  last: { at: string; bytes: number; file: string } | null;
  /** The last attempt, where it failed after that. */
  failed: { at: string; fault: string; folder: string } | null;
  /** Whether too much would be lost if the machine broke now. */
  isLate: boolean;
}

/** Days after which an installation should have a newer backup, however it is made. */
export const LATE_DAYS = 7;

/** What was done while the clock ran ahead of `now` is passed over: it would hide that none is made. */
export async function findBackupState(db: Db, now: Date): Promise<BackupState> {
  const rows = db
    .selectFrom("backup_run")
    .select(["at", "bytes", "file", "fault"])
    .where("at", "<=", now.toISOString())
    .orderBy("at", "desc")
    .limit(1);
  const last = await rows.where("bytes", "is not", null).executeTakeFirst();
  const failed = await rows.where("bytes", "is", null).executeTakeFirst();
  const since = last ? now.getTime() - Date.parse(last.at) : Number.POSITIVE_INFINITY;
  return {
    last: last ? { at: last.at, bytes: last.bytes ?? 0, file: last.file } : null,
    failed:
      failed && failed.at > (last?.at ?? "")
        ? { at: failed.at, fault: failed.fault, folder: dirname(failed.file) }
        : null,
    isLate: since > LATE_DAYS * 86_400_000,
  };
}
