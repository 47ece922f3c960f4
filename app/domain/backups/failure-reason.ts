/** Why a backup failed, as far as it is something that whoever reads it can act on. */
export type FailureReason = "noFolder" | "noRoom" | "notAllowed" | "damaged" | "strange";

/** What is noted where the folder for backups is missing: a disk that is not mounted, mostly. */
export function noFolder(folder: string): string {
  return `There is no folder ${folder}: make it, or mount it.`;
}

/** How what is noted of a failure begins. */
const beginnings: [FailureReason, RegExp][] = [
  ["noFolder", /^There is no folder /],
  ["noRoom", /^There is not enough room in |^ENOSPC|^database or disk is full/],
  ["notAllowed", /^(EACCES|EPERM|EROFS)\b/],
  ["damaged", /^The database is damaged |^database disk image is malformed/],
  ["strange", /^Nothing was written, since it could not be restored/],
];

/** What is behind a failure that was noted; null where only the log of the server says it. */
export function failureReason(fault: string): FailureReason | null {
  return beginnings.find(([, beginning]) => beginning.test(fault))?.[0] ?? null;
}
