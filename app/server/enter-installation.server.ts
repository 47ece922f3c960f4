import { BadEnvironment, readSettings, type Settings } from "#app/config/config.server.ts";
import { BUILD } from "#app/domain/build.ts";
import { type FolderHold, holdDataFolder } from "#db/data-folder.ts";
import { isDamaged, isDiskFull, isUnwritable } from "#db/engine.ts";
import { Unusable } from "#db/unusable.ts";

/**
 * Reads the environment and holds the data folder, before anything in it is read.
 * @throws BadEnvironment
 * @throws Unusable
 */
export function enterInstallation(env: NodeJS.ProcessEnv): { settings: Settings; hold: FolderHold } {
  const settings = readSettings(env);
  // What the process makes from now on, its owner alone may read.
  process.umask(0o077);
  const origin = `http://127.0.0.1:${settings.port}`;
  return { settings, hold: holdDataFolder(settings.dataDir, "the server", { origin, build: BUILD }) };
}

/** Ends the process with what has to be put right before it can serve. @throws the error where nobody knows */
export function exitBecause(error: unknown): never {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exit(error instanceof BadEnvironment ? 2 : 1);
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof BadEnvironment || error instanceof Unusable) return error.message;
  if (isDiskFull(error)) return "The disk of the data folder is full: make room and start again.";
  if (isDamaged(error)) return "The database is damaged: run doctor, which says where, and restore a backup.";
  if (isUnwritable(error))
    return "The database cannot be written to: everything in the data folder must belong to this account.";
  return null;
}
