import { failureReason } from "#app/domain/backups/failure-reason.ts";
import type { BackupState } from "#app/domain/backups/find-backup-state.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What an administrator reads of the backups. */
export interface BackupStateView {
  tone: "good" | "warn" | "bad";
  title: string;
  text: string;
}

/** Says when the last backup was made, and what to do where that is not good. */
export function backupStateView({ last, failed, isLate }: BackupState, { text, formats }: Viewer): BackupStateView {
  const megabytes = (bytes: number) => formats.number(Math.max(0.1, Math.round(bytes / 1e5) / 10));
  const made = last
    ? text("admin.backupLast", { when: formats.dateTime(last.at), size: megabytes(last.bytes) })
    : text("admin.backupNever");
  if (failed) {
    const title = text("admin.backupFailed", { when: formats.dateTime(failed.at) });
    return { tone: "bad", title, text: `${reasonOf(failed, text)} ${made}` };
  }
  return isLate
    ? { tone: "warn", title: made, text: text("admin.backupLateText") }
    : { tone: "good", title: made, text: text("admin.backupGoodText") };
}

function reasonOf({ fault, folder }: NonNullable<BackupState["failed"]>, text: Viewer["text"]): string {
  const reason = failureReason(fault);
  return reason ? text(`admin.backupFailedWhy.${reason}`, { folder }) : text("admin.backupFailedText");
}
