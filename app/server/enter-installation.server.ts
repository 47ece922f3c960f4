import { BadEnvironment, readSettings, type Settings } from "#app/config/config.server.ts";
import { BUILD } from "#app/domain/build.ts";
import { type FolderHold, holdDataFolder } from "#db/data-folder.ts";
import { isDiskFull } from "#db/engine.ts";
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
  if (error instanceof BadEnvironment) {
    console.error(error.message);
    process.exit(2);
  }
  if (!(error instanceof Unusable || isDiskFull(error))) throw error;
  console.error(
    error instanceof Unusable ? error.message : "The disk of the data folder is full: make room and start again.",
  );
  process.exit(1);
}
