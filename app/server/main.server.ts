import { statfsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { BadEnvironment, type Config, readConfig } from "#app/config/config.server.ts";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { startOutboxWorker } from "#app/domain/outbox/outbox-worker.server.ts";
import { SearchThread } from "#app/domain/search/answer/search-thread.server.ts";
import { renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { openLimits } from "#app/http/limits.server.ts";
import { readDemoPassword } from "#app/seed/demo-password.server.ts";
import { demonstrationLines, loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { createHttpServer } from "#app/server/create-server.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { buildDatabase, databaseExists, databaseOf, migrate, openStore } from "#db/engine.ts";
import { changeNumber, type Store } from "#db/store.ts";

/** Free bytes of the disk below which the installation is unwell. */
const LOW_SPACE = 500 * 1024 * 1024;

/**
 * Starts an installation: migrates, loads the library and, into an empty folder, the demonstration programme, and
 * serves until SIGTERM or SIGINT.
 * @param buildDir the folder `build` with `client` and `server`
 */
export async function main(buildDir: string): Promise<void> {
  const config = configOrExit();
  const log = createLog(config.logLevel);
  const database = databaseOf(config.dataDir);
  const fresh = config.demo && !databaseExists(database) && (await buildDemonstration(config, database));
  const ran = migrate(database);
  // The thread of the search writes the log into the file: here it would hold up pages.
  const store = openStore(database, { isCheckpointedElsewhere: true });
  await loadLibrary(store);
  const matcher = new SearchThread({
    file: join(buildDir, "node/search-thread.mjs"),
    database,
    sources: searchSources,
    tell: (note) => log.info(note),
  });
  await pruneExpired(store);
  const pruning = setInterval(
    () => pruneExpired(store).catch((error) => log.error({ err: error }, "pruning")),
    3_600_000,
  );
  pruning.unref();
  const limits = await openLimits(config.dataDir);
  const outbox = startOutboxWorker({ store, outgoing: { site: config, mails }, smtpUrl: config.smtpUrl, log });
  const build: ServerBuild = await import(pathToFileURL(join(buildDir, "server/index.js")).href);
  const server = createHttpServer({
    config,
    store,
    matcher,
    indexDigest: () => matcher.digest(),
    log,
    limits,
    build,
    clientDir: join(buildDir, "client"),
    wakeOutbox: outbox.wake,
    health: () => findProblem(config, store),
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === "EADDRINUSE" ? `Port ${config.port} is in use. Set PORT to another one.` : error.message,
    );
    process.exit(1);
  });
  server.listen(config.port, () => {
    if (ran.length > 0) console.log(`Database at schema ${ran.at(-1)}.`);
    console.log(`Zbornik is ready: ${config.publicUrl}`);
    const password = fresh ? readDemoPassword(config) : null;
    if (password) for (const line of demonstrationLines(password)) console.log(line);
    log.info({ port: config.port }, "ready");
  });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    // Requests under way are answered; connections that only wait are closed.
    server.close(async () => {
      await outbox.stop();
      limits.close();
      await matcher.close();
      await store.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
}

async function buildDemonstration(config: Config, database: string): Promise<true> {
  console.log("Loading the demonstration programme.");
  await buildDatabase(database, async (store) => {
    await renewIndex(store, searchSources);
    await loadLibrary(store);
    await loadDemonstration(store, config);
  });
  return true;
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

async function findProblem(config: Config, store: Store): Promise<string | null> {
  try {
    await changeNumber(store);
  } catch {
    return "the database cannot be read";
  }
  const space = statfsSync(config.dataDir);
  return space.bavail * space.bsize < LOW_SPACE ? "less than 500 MB of disk space left" : null;
}
