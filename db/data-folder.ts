import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLockedAlone, takeLock } from "#db/folder-lock.ts";
import { Unusable } from "#db/unusable.ts";

/** Who holds a data folder. */
export interface FolderHolder {
  /** As it stands in a sentence: "the server", "restore". */
  purpose: string;
  /** Null where only the lock tells that there is somebody. */
  pid: number | null;
  /** An instant; null like the process. */
  since: string | null;
  /** Where it answers: scheme, host and port; null where it is not asked anything. */
  origin: string | null;
  /** Which build it is: another one may read and write otherwise. */
  build: string | null;
}

/** A data folder that this process holds. */
export interface FolderHold {
  /** Gives it back. The kernel does it for a process that dies. */
  release(): void;
}

/** Somebody else holds the data folder. */
export class DataFolderHeld extends Unusable {
  constructor(
    dataDir: string,
    readonly holder: FolderHolder,
  ) {
    super(`The data folder ${dataDir} is in use: ${described(holder)}. Stop it first.`);
  }
}

/**
 * Holds a data folder alone, making it if there is none; to be called before anything in it is read or written. Whoever
 * prepares, migrates, serves or replaces what is in the folder holds it. It is free again when the process dies.
 * @param purpose who holds it, as it stands in a sentence: "the server", "restore"
 * @throws DataFolderHeld with whoever holds it
 * @throws Unusable where the folder cannot be made or written to
 */
export function holdDataFolder(
  dataDir: string,
  purpose: string,
  { origin = null, build = null }: { origin?: string | null; build?: string | null } = {},
): FolderHold {
  const giveUp = take(dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return takeLock(lockFile(dataDir), "alone");
  });
  if (!giveUp) throw new DataFolderHeld(dataDir, readHolder(dataDir));
  writeHolder(dataDir, { purpose, pid: process.pid, since: new Date().toISOString(), origin, build });
  let isHeld = true;
  return {
    release: () => {
      if (isHeld) rmSync(holderFile(dataDir), { force: true });
      isHeld = false;
      giveUp();
    },
  };
}

/** Who holds a data folder at this moment, or null where nobody does. Makes nothing and needs no right to write. */
export function dataFolderHolder(dataDir: string): FolderHolder | null {
  return isLockedAlone(lockFile(dataDir)) ? readHolder(dataDir) : null;
}

/**
 * Enters a data folder as one who works in it beside its server: as long as somebody does, nobody migrates or replaces
 * what is in it.
 * @throws Unusable while somebody does that
 */
export function enterDataFolder(dataDir: string): FolderHold {
  const leave = take(dataDir, () => takeLock(guestsFile(dataDir), "together"));
  if (leave) return { release: leave };
  throw new Unusable(
    `The data folder ${dataDir} is being changed: ${described(readHolder(dataDir))}. Try again later.`,
  );
}

/**
 * Keeps all out who would work in a data folder, besides holding it: for migrating and replacing.
 * @throws Unusable while somebody is in it
 */
export function keepOthersOut(dataDir: string): FolderHold {
  const letIn = take(dataDir, () => takeLock(guestsFile(dataDir), "alone"));
  if (letIn) return { release: letIn };
  throw new Unusable(`A command is still working in the data folder ${dataDir}. Wait until it has ended.`);
}

/** @throws Unusable with what the file system says */
function take<T>(dataDir: string, lock: () => T): T {
  try {
    return lock();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unusable(`The data folder ${dataDir} cannot be used: ${why}. This account must be able to write there.`);
  }
}

function lockFile(dataDir: string): string {
  return join(dataDir, "lock.sqlite");
}

function guestsFile(dataDir: string): string {
  return join(dataDir, "lock-commands.sqlite");
}

/** What is told of the holder; means nothing where the lock is free. */
function holderFile(dataDir: string): string {
  return join(dataDir, "lock.json");
}

function writeHolder(dataDir: string, holder: FolderHolder): void {
  const draft = `${holderFile(dataDir)}.part`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, holderFile(dataDir));
}

function readHolder(dataDir: string): FolderHolder {
  try {
    return JSON.parse(readFileSync(holderFile(dataDir), "utf8")) as FolderHolder;
  } catch {
    return { purpose: "another process", pid: null, since: null, origin: null, build: null };
  }
}

function described({ purpose, pid, since, origin }: FolderHolder): string {
  const known = [pid && `process ${pid}`, since && `since ${since}`, origin].filter(Boolean);
  return [purpose, ...known].join(", ");
}
