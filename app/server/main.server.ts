import type { Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Logger } from "pino";
import { createHttpServer } from "#app/server/create-server.server.ts";
import { openInstallation } from "#app/server/installation.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { prepareInstallation } from "#app/server/prepare-installation.server.ts";

/**
 * Starts an installation as it was built, and serves until SIGTERM or SIGINT.
 * @param buildDir the folder `build` with `client`, `server` and `node`
 */
export async function main(buildDir: string): Promise<void> {
  const { config, greeting } = await prepareInstallation();
  const log = createLog(config.logLevel);
  const installation = await openInstallation(config, log, join(buildDir, "node"));
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(join(buildDir, "server/index.js")).href);
  const server = createHttpServer({ ...installation, build, clientDir: join(buildDir, "client") });
  serve(server, { port: config.port, log, greeting, close: installation.close });
}

interface Serving {
  port: number;
  /** Address of the only interface to listen on; without it, all of them. */
  host?: string;
  log: Logger;
  greeting: readonly string[];
  /** Done when the last request has been answered. */
  close: () => Promise<void>;
}

/** Listens, says so, and on SIGTERM or SIGINT ends the process in order. */
export function serve(server: Server, { port, host, log, greeting, close }: Serving): void {
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? `Port ${port} is in use. Set PORT to another one.` : error.message);
    process.exit(1);
  });
  server.listen(port, host, () => {
    for (const line of greeting) console.log(line);
    log.info({ port }, "ready");
  });
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    // Requests under way are answered; connections that only wait are closed.
    server.close(async () => {
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
}
