import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { bufferedOutput } from "#app/server/buffered-output.ts";
import { createHttpServer } from "#app/server/create-server.server.ts";
import { enterInstallation } from "#app/server/enter-installation.server.ts";
import { openInstallation } from "#app/server/installation.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { prepareInstallation } from "#app/server/prepare-installation.server.ts";

const buildDir = join(process.cwd(), "build");

/** What a served process has used so far. */
export interface Used {
  /** Microseconds of CPU, of all its threads. */
  cpu: number;
  /** Statements that the database was asked to run. */
  statements: number;
  /** Bytes of memory. */
  rss: number;
}

/** Serves the demonstration as `npm start` does, in this process, and tells its parent what it has used when asked. */
export async function serveDemonstration(): Promise<void> {
  const { config } = await prepareInstallation(enterInstallation(process.env).settings);
  const log = createLog(config.logLevel, bufferedOutput());
  const installation = await openInstallation(config, log, join(buildDir, "node"));
  const build: ServerBuild = await import(pathToFileURL(join(buildDir, "server/index.js")).href);
  const server = createHttpServer({ ...installation, build, clientDir: join(buildDir, "client") });
  answerWith(() => installation.store.asked());
  server.listen(config.port, () => process.send?.("ready"));
}

/** Tells the parent process what this one has used, whenever it asks. */
export function answerWith(statements: () => number): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    const used: Used = { cpu: user + system, statements: statements(), rss: process.memoryUsage.rss() };
    process.send?.(used);
  });
  process.on("disconnect", () => process.exit(0));
}
