import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a small file so that it is there whole or not at all, whatever happens meanwhile, and stays when the power
 * fails afterwards. Its owner alone may read it.
 * @param options.replace false: leaves a file that is there already as it is, and throws EEXIST
 */
export function writeWhole(file: string, contents: string, { replace }: { replace: boolean }): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}.part`;
  try {
    const handle = openSync(draft, "wx", 0o600);
    try {
      writeFileSync(handle, contents);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (replace) renameSync(draft, file);
    else linkSync(draft, file);
    syncFolder(dirname(file));
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes what is in a file last when the power fails. */
export function syncFile(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes names that were given or taken in a folder last when the power fails. */
export function syncFolder(folder: string): void {
  // A folder cannot be opened like this on Windows, which keeps names by itself.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
