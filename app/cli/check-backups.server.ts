import type { Settings } from "#app/config/config.server.ts";
import { findBackupState } from "#app/domain/backups/find-backup-state.server.ts";
import type { Finding } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

const HOUR = 3_600_000;

/** Backups: an attempt that failed is bad, and so is a schedule that does not make any. That there is none is told. */
export async function checkBackups(
  store: Store,
  { backups }: Pick<Settings, "backups">,
  now: Date = new Date(),
): Promise<Finding> {
  const { last, failed } = await findBackupState(store.read, now);
  const what = last ? `backups (the last one of ${last.at})` : "backups (none yet: docs/backup.md says how)";
  if (failed) return { what, fault: `the attempt of ${failed.at} failed: ${failed.fault}` };
  const age = last && now.getTime() - Date.parse(last.at);
  const isMissed = backups !== null && age !== null && age > (2 * backups.everyHours + 1) * HOUR;
  return {
    what,
    fault: isMissed ? `none since, although there should be one every ${backups.everyHours} hours` : null,
  };
}
