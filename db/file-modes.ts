import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What an installation keeps in its data folder. What else lies there is not ours. */
const ours = /^(zbornik|limits|lock|lock-commands)\.sqlite|^(secret|demo-password|lock\.json|audit-head)$/;
/** Folders of ours, with all that is in them. */
const oursWhole = /^(backups|files|before-restore-.+)$/;
const OTHERS = 0o077;

/** Files and folders of an installation that others on the machine may read or write. */
export function looseFiles(dataDir: string): string[] {
  return filesOf(dataDir).filter((file) => (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS);
}

/** Takes them from others. @returns those that could not be taken, as on a disk that knows no owners */
export function closeLooseFiles(dataDir: string): string[] {
  for (const file of looseFiles(dataDir)) {
    try {
      chmodSync(file, statSync(file).mode & ~OTHERS);
    } catch {
      // It may be gone meanwhile, as the log of a database, or belong to somebody else.
    }
  }
  return looseFiles(dataDir);
}

function filesOf(dataDir: string): string[] {
  const entries = readdirSync(dataDir, { withFileTypes: true });
  return entries.flatMap(({ name }) => {
    const path = join(dataDir, name);
    if (ours.test(name)) return [path];
    return oursWhole.test(name) ? [path, ...below(path)] : [];
  });
}

function below(path: string): string[] {
  // A link leads elsewhere, where the mode may be meant.
  if (!statSync(path).isDirectory()) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
