import { type Config, readSettings, type Settings } from "#app/config/config.server.ts";
import { makeSecret, readSecret } from "#app/config/secret.server.ts";
import { finishRestore, unfinishedRestore } from "#app/domain/backups/put-in-place.server.ts";
import { BUILD } from "#app/domain/build.ts";
import { noteAuditHead } from "#app/domain/history/audit-head.server.ts";
import { renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { dataFolderHolder, enterDataFolder, holdDataFolder, keepOthersOut } from "#db/data-folder.ts";
import { databaseExists, databaseOf, migrate, openStore, requireSchema } from "#db/engine.ts";
import type { Store } from "#db/store.ts";
import { Unusable } from "#db/unusable.ts";

type Use = (store: Store, config: Config) => Promise<number>;

/**
 * Runs a command on an installation as it is, also while its server runs. Makes nothing and migrates nothing.
 * @throws Unusable where there is no installation, or one of another version
 */
export async function besideTheServer(use: Use): Promise<number> {
  const settings = settingsOfProcess();
  const database = databaseOf(settings.dataDir);
  const holder = dataFolderHolder(settings.dataDir);
  if (!holder && unfinishedRestore(settings.dataDir)) {
    throw new Unusable("A restore was interrupted. Starting the server finishes it, and so does the command migrate.");
  }
  if (!databaseExists(database)) throw new Unusable(holder ? busy(settings, holder.purpose) : noInstallation(settings));
  if (holder && holder.build !== BUILD) {
    const what =
      holder.build === null
        ? busy(settings, holder.purpose)
        : `The data folder is held by ${holder.purpose} of another version.`;
    throw new Unusable(`${what} Stop it, or use the command line of its version.`);
  }
  const stay = enterDataFolder(settings.dataDir);
  try {
    return await withOpenStore(settings, database, { isServed: holder !== null }, use);
  } finally {
    stay.release();
  }
}

async function withOpenStore(
  settings: Settings,
  database: string,
  { isServed }: { isServed: boolean },
  use: Use,
): Promise<number> {
  requireSchema(database);
  const config = { ...settings, secret: readSecret(settings.dataDir) };
  const store = openStore(database);
  try {
    // A server reads everything again by itself.
    if (!isServed) await renewIndex(store, searchSources);
    const code = await use(store, config);
    if (!isServed) await noteAuditHead(store, config);
    return code;
  } finally {
    await store.close();
  }
}

/**
 * Runs a command that holds the data folder alone, on the newest schema.
 * @throws DataFolderHeld while a server runs
 */
export async function holdingTheFolder(purpose: string, use: Use): Promise<number> {
  return holdingAlone(purpose, async (settings) => {
    const database = databaseOf(settings.dataDir);
    const config = { ...settings, secret: makeSecret(settings.dataDir) };
    migrate(database);
    const store = openStore(database);
    try {
      await renewIndex(store, searchSources);
      const code = await use(store, config);
      await noteAuditHead(store, config);
      return code;
    } finally {
      await store.close();
    }
  });
}

/**
 * Runs a command that holds the data folder alone and opens what is in it by itself. A restore that was interrupted is
 * finished first.
 * @throws DataFolderHeld while a server runs
 */
export async function holdingAlone(purpose: string, use: (settings: Settings) => Promise<number>): Promise<number> {
  const settings = settingsOfProcess();
  if (purpose === "migrate" && !isInstallation(settings)) throw new Unusable(noInstallation(settings));
  const hold = holdDataFolder(settings.dataDir, purpose);
  try {
    const alone = keepOthersOut(settings.dataDir);
    try {
      finishRestore(settings.dataDir);
      return await use(settings);
    } finally {
      alone.release();
    }
  } finally {
    hold.release();
  }
}

/** Whether there is a database, or one that a restore has not put in its place yet. */
function isInstallation({ dataDir }: Settings): boolean {
  return databaseExists(databaseOf(dataDir)) || unfinishedRestore(dataDir) !== null;
}

export function settingsOfProcess(): Settings {
  const settings = readSettings(process.env);
  // What a command makes, its owner alone may read.
  process.umask(0o077);
  return settings;
}

function noInstallation({ dataDir }: Settings): string {
  const named = process.env.DATA_DIR ? "" : " DATA_DIR is not set: it says where the installation is.";
  return `There is no installation in ${dataDir}.${named} To begin one: DEMO=0 DATA_DIR=${dataDir} npm start`;
}

function busy({ dataDir }: Settings, purpose: string): string {
  return `The data folder ${dataDir} is being prepared: ${purpose}.`;
}
