import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Logger } from "pino";
import { bufferedOutput } from "#app/server/buffered-output.ts";
import { consoleToLog } from "#app/server/console-to-log.server.ts";
import { createHttpServer, type ServerParts } from "#app/server/create-server.server.ts";
import { endGently } from "#app/server/end-gently.ts";
import { enterInstallation, exitBecause } from "#app/server/enter-installation.server.ts";
import { openInstallation } from "#app/server/installation.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { prepareInstallation } from "#app/server/prepare-installation.server.ts";
import { Unusable } from "#db/unusable.ts";

/**
 * Starts an installation as it was built, and serves until SIGTERM or SIGINT. What makes that impossible is said in a
 * sentence, and ends the process.
 * @param buildDir the folder `build` with `client`, `server` and `node`
 */
export async function main(buildDir: string): Promise<void> {
  try {
    await start(buildDir);
  } catch (error) {
    exitBecause(error);
  }
}

async function start(buildDir: string): Promise<void> {
  // Each step is safe from whoever has the next one already: another process with this folder, or with this port.
  const { settings, hold } = enterInstallation(process.env);
  const opening = deferred<ServerParts>();
  const server = createHttpServer(opening.promise);
  await listen(server, settings.port);
  const { config, greeting } = await prepareInstallation(settings);
  const log = createLog(config.logLevel, bufferedOutput());
  consoleToLog(log);
  const installation = await openInstallation(config, log, join(buildDir, "node"));
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(join(buildDir, "server/index.js")).href);
  opening.resolve({ ...installation, build, clientDir: join(buildDir, "client") });
  const close = () => installation.close().finally(hold.release);
  serve(server, { log, greeting, close });
}

/** Listens on a port. @param host address of the only interface; without it, all of them @throws Unusable */
export async function listen(server: Server, port: number, host?: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Unusable(`Port ${port} is in use. Set PORT to another one.`) : error),
    );
    server.listen(port, host, resolve);
  });
}

interface Serving {
  log: Logger;
  greeting: readonly string[];
  /** Done when the last request has been answered. */
  close: () => Promise<void>;
}

/** Says that a server that listens is ready, and on SIGTERM or SIGINT ends the process in order. */
export function serve(server: Server, { log, greeting, close }: Serving): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    endGently(server)
      .then(close)
      .then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, "stopping");
          process.exit(1);
        },
      );
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  // Last: whoever reads it may send a signal.
  for (const line of greeting) console.log(line);
  log.info({ port: (server.address() as AddressInfo).port }, "ready");
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
