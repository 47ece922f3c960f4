import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { ServerBuild } from "@remix-run/node";
import { bufferedOutput } from "#app/server/buffered-output.ts";
import { createHttpServer } from "#app/server/create-server.server.ts";
import { enterInstallation } from "#app/server/enter-installation.server.ts";
import { openInstallation } from "#app/server/installation.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { prepareInstallation } from "#app/server/prepare-installation.server.ts";
import { listen } from "#tests/bench/sessions/bare-server.ts";
import { drawDraft } from "#tests/bench/sessions/draw-draft.ts";
import { hearChanges } from "#tests/bench/sessions/hear-changes.ts";
import { largeRounds } from "#tests/bench/sessions/large-rounds.ts";
import { propose } from "#tests/bench/sessions/propose.ts";
import { release } from "#tests/bench/sessions/release.ts";

/**
 * `npm run bench -- sessions [--runs N] [--port N]`: what planning a large round costs (24 delegations, 3 teams, 2
 * interpreters, 18 slots), releasing 50 sessions, and a step of a session until 30 listeners have heard it, each beside
 * something bare that was measured in the same run.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: "string", default: "20" }, port: { type: "string", default: "4130" } },
  });
  const folder = mkdtempSync(join(tmpdir(), "zbornik-bench-sessions-"));
  const buildDir = join(process.cwd(), "build");
  const env = { PORT: values.port, DATA_DIR: folder, DEMO: "0", PUBLIC_URL: "" };
  const { settings, hold } = enterInstallation({ ...process.env, ...env });
  const { config } = await prepareInstallation(settings);
  const installation = await openInstallation(config, createLog("error", bufferedOutput()), join(buildDir, "node"));
  const build: ServerBuild = await import(pathToFileURL(join(buildDir, "server/index.js")).href);
  const server = createHttpServer({ ...installation, build, clientDir: join(buildDir, "client") });
  try {
    const rounds = await largeRounds(installation.store);
    await listen(server, config.port);
    const runs = Number(values.runs);
    const draftId = await propose(installation, rounds);
    await drawDraft(installation, rounds, draftId, runs);
    await release(installation, rounds);
    await hearChanges(installation, runs);
  } finally {
    server.close();
    server.closeAllConnections();
    await installation.close();
    hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}
