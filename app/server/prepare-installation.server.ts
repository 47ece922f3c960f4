import type { Config, Settings } from "#app/config/config.server.ts";
import { makeSecret } from "#app/config/secret.server.ts";
import { findBackupState, LATE_DAYS } from "#app/domain/backups/find-backup-state.server.ts";
import { finishRestore, unfinishedRestore } from "#app/domain/backups/put-in-place.server.ts";
import { keepCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { readDemoPassword } from "#app/seed/demo-password.server.ts";
import { demonstrationLines, loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { renewLibrary } from "#app/seed/load-library.server.ts";
import { keepOthersOut } from "#db/data-folder.ts";
import { buildDatabase, databaseExists, databaseOf, isOlder, migrate, openStore } from "#db/engine.ts";
import { closeLooseFiles } from "#db/file-modes.ts";

/**
 * Brings a data folder that this process holds up to date: the secret, the schema, the library and, in an empty folder,
 * the demonstration programme.
 * @returns what to say when the installation can be reached
 * @throws Unusable
 */
export async function prepareInstallation(settings: Settings): Promise<{ config: Config; greeting: string[] }> {
  const database = databaseOf(settings.dataDir);
  // While a command saves, as an import does, the schema stays as it is, and the database where it is.
  const isReplaced = unfinishedRestore(settings.dataDir) !== null || (databaseExists(database) && isOlder(database));
  const alone = isReplaced ? keepOthersOut(settings.dataDir) : null;
  const finished = finishRestore(settings.dataDir);
  const loose = closeLooseFiles(settings.dataDir);
  if (loose.length > 0) console.error(`Others on this machine may read ${loose.join(", ")}.`);
  const config = { ...settings, secret: makeSecret(settings.dataDir) };
  const fresh = !databaseExists(database);
  if (fresh) await buildFirst(config, database);
  const ran = migrate(database);
  alone?.release();
  const store = openStore(database);
  await renewLibrary(store);
  const { isLate } = await findBackupState(store.read, new Date());
  await keepCalendarHost(store, config.publicUrl);
  await store.close();
  const restored = finished
    ? [`A restore was interrupted, and is finished now: backup of ${finished.madeAt}. See ${finished.aside}.`]
    : [];
  const schema = ran.length > 0 ? [`Database at schema ${ran.at(-1)}.`] : [];
  // Where there is a schedule, one is made at once.
  const isTold = isLate && !fresh && config.backups === null;
  const late = isTold ? [`No backup was made in the last ${LATE_DAYS} days: docs/backup.md says how it is done.`] : [];
  const password = fresh && config.demo ? readDemoPassword(config) : null;
  const people = password ? demonstrationLines(password) : [];
  // Whoever only wants to try the product has to be told.
  if (fresh && config.https && !config.demo) people.push("This installation is empty; DEMO=1 loads a demonstration.");
  return { config, greeting: [...restored, ...schema, ...late, `Zbornik is ready: ${config.publicUrl}`, ...people] };
}

/** The first database of a folder, which is there when it is whole. */
async function buildFirst(config: Config, database: string): Promise<void> {
  if (config.demo) console.log("Loading the demonstration programme.");
  await buildDatabase(database, async (store) => {
    await renewIndex(store, searchSources);
    await renewLibrary(store);
    if (config.demo) await loadDemonstration(store, { ...config, goesOn: true });
  });
}
