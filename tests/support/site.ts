import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Config, readConfig } from "#app/config/config.server.ts";
import { createTransport } from "#app/domain/mail/transport.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { readCalendarsAside } from "#app/domain/planning/read-calendars-aside.server.ts";
import type { Solve } from "#app/domain/planning/run-proposal.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { openLimits } from "#app/http/limits.server.ts";
import { solveInThreads } from "#app/planner/solve-in-threads.ts";
import { createHttpServer } from "#app/server/create-server.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { planRounds } from "#app/server/plan-rounds.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { openNotes } from "#db/notes.ts";
import type { Store } from "#db/store.ts";
import { memoryIndex } from "#tests/support/searching.ts";

/** The built product on a port of its own, with a given database. */
export interface Site {
  origin: string;
  config: Config;
  /** Lines of the log, for tests that look for what must not be in it. */
  log: string[];
  /** Writes down what waits for it, which nothing here does by itself. @returns why it could not, if so */
  writeNotes: () => Promise<unknown[]>;
  /** Does what the mail worker would do in a while, when no further change has come. */
  deliver: () => Promise<number>;
  close: () => Promise<void>;
}

const buildDir = join(import.meta.dirname, "../../build");

/** Milliseconds that changes wait for further ones, and some more. */
const WHILE = 600_000;

/** Serves a store through the real server. The product must have been built (`npm test` does it). */
export async function serve(
  store: Store & { folder: string },
  env: Record<string, string> = {},
  { matcher }: { matcher?: Matcher } = {},
): Promise<Site> {
  const index = join(buildDir, "server/index.js");
  if (!existsSync(index)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const port = await freePort();
  const config = readConfig({ DATA_DIR: store.folder, PORT: String(port), DEMO: "0", ...env });
  const lines: string[] = [];
  const log = createLog("debug", { write: (line: string) => void lines.push(line) });
  const limits = await openLimits(null);
  const faults: unknown[] = [];
  const notes = openNotes(store, { tell: (error) => void faults.push(error), byItself: false });
  const transport = createTransport(config.smtpUrl);
  const build: ServerBuild = await import(pathToFileURL(index).href);
  const solve: Solve = (problem, options) =>
    solveInThreads(problem, options, join(buildDir, "node/planner-thread.mjs"));
  const proposals = planRounds({ store, log, solve });
  const server = createHttpServer({
    config,
    store,
    matcher: matcher ?? (await memoryIndex(store)),
    log,
    limits,
    notes,
    build,
    clientDir: join(buildDir, "client"),
    wakeOutbox: () => undefined,
    proposals,
    readCalendar: readCalendarsAside(join(buildDir, "node/calendar-thread.mjs")),
    health: async () => null,
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    origin: config.publicUrl,
    config,
    log: lines,
    writeNotes: async () => {
      await notes.flush();
      return faults.splice(0);
    },
    deliver: () => sendDue(store, { site: config, mails }, transport, () => new Date(Date.now() + WHILE)),
    close: async () => {
      await proposals.close();
      await shut(server);
      limits.close();
    },
  };
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await shut(probe);
  return port;
}
