import { BadEnvironment, type Config, readConfig } from "#app/config/config.server.ts";
import { renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { readDemoPassword } from "#app/seed/demo-password.server.ts";
import { demonstrationLines, loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { buildDatabase, databaseExists, databaseOf, migrate, openStore } from "#db/engine.ts";

/**
 * Reads the environment and brings the data folder up to date: the schema, the library and, in an empty folder, the
 * demonstration programme. Ends the process where the environment cannot be used.
 * @returns what to say when the installation can be reached
 */
export async function prepareInstallation(): Promise<{ config: Config; greeting: string[] }> {
  const config = configOrExit();
  const database = databaseOf(config.dataDir);
  const fresh = config.demo && !databaseExists(database);
  if (fresh) await buildDemonstration(config, database);
  const ran = migrate(database);
  const store = openStore(database);
  await loadLibrary(store);
  await store.close();
  const schema = ran.length > 0 ? [`Database at schema ${ran.at(-1)}.`] : [];
  const password = fresh ? readDemoPassword(config) : null;
  const people = password ? demonstrationLines(password) : [];
  return { config, greeting: [...schema, `Zbornik is ready: ${config.publicUrl}`, ...people] };
}

async function buildDemonstration(config: Config, database: string): Promise<void> {
  console.log("Loading the demonstration programme.");
  await buildDatabase(database, async (store) => {
    await renewIndex(store, searchSources);
    await loadLibrary(store);
    await loadDemonstration(store, config);
  });
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
