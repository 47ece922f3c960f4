import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { SecurityLog } from "#app/domain/security/security-log.server.ts";
import { accountOfCookie } from "#app/http/sign-in.server.ts";
import { BrowserCatalogues } from "#app/i18n/browser-catalogues.server.ts";
import { answerRawFaults } from "#app/server/answer-raw-faults.ts";
import { type Asked, chain, type Step } from "#app/server/chain.ts";
import { clientAddress } from "#app/server/client-address.ts";
import { followAnswers } from "#app/server/end-gently.ts";
import { type DocumentHeaders, documentHeaders } from "#app/server/headers.ts";
import { inTurns } from "#app/server/in-turns.server.ts";
import type { Installation } from "#app/server/installation.server.ts";
import { LiveStreams } from "#app/server/live-streams.server.ts";
import { answerFailures } from "#app/server/middleware/answer-failures.server.ts";
import { answerHealth } from "#app/server/middleware/answer-health.server.ts";
import { guardGate } from "#app/server/middleware/guard-gate.server.ts";
import { logRequests } from "#app/server/middleware/log-requests.server.ts";
import { noteRefusals } from "#app/server/middleware/note-refusals.server.ts";
import { renderPages } from "#app/server/middleware/render-pages.server.ts";
import { serveAssets } from "#app/server/middleware/serve-assets.ts";
import { serveFiles } from "#app/server/middleware/serve-files.ts";
import { serveMessages } from "#app/server/middleware/serve-messages.server.ts";
import { serveStoredPages } from "#app/server/middleware/serve-stored-pages.server.ts";
import { warnOfProxy } from "#app/server/middleware/warn-of-proxy.ts";
import { type Handler, oneAtATime } from "#app/server/one-at-a-time.ts";
import { pageRenderer } from "#app/server/page-renderer.server.ts";
import { readPageScripts } from "#app/server/page-scripts.server.ts";
import { plainErrors } from "#app/server/send-plain-error.server.ts";

export interface ServerParts extends Installation {
  /** The pages. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder with what browsers load: `build/client`, or `public` where the rest comes from its sources. */
  clientDir: string;
  /** Serves scripts and styles from their sources while one works on the product. */
  sources?: Step;
}

/** The HTTP server of an installation; requests that come before it is there wait for it. */
export function createHttpServer(parts: ServerParts | Promise<ServerParts>): Server {
  const app = parts instanceof Promise ? parts.then(createApp) : createApp(parts);
  // Whoever waits for the installation says why there is none.
  if (app instanceof Promise) app.catch(() => undefined);
  const server = createServer(
    // The gate looks at the host itself, and says which one is ours.
    { requireHostHeader: false },
    app instanceof Promise
      ? (request, response) =>
          void app.then(
            (handle) => handle(request, response),
            () => response.destroy(),
          )
      : app,
  );
  followAnswers(server);
  let headers: DocumentHeaders | undefined;
  const know = ({ config, sources }: ServerParts) => {
    headers = headersOf(config, sources);
  };
  if (parts instanceof Promise) parts.then(know, () => undefined);
  else know(parts);
  answerRawFaults(server, () => headers);
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  // Who asks and then reads nothing is not waited for.
  server.timeout = 120_000;
  return server;
}

/** Everything that a request passes, in this order: the gate before all else, the pages last. */
export function createApp(parts: ServerParts): Handler {
  const { config, log, store, notes, clientDir, sources } = parts;
  const { https } = config;
  const headers = headersOf(config, sources);
  const sendPlainError = plainErrors({ headers, https });
  const security = new SecurityLog(notes);
  const assets = join(clientDir, "assets");
  const catalogues = new BrowserCatalogues(sources ? null : readPageScripts(assets));
  const live = new LiveStreams({ store, log, headers });
  const render = inTurns(pageRenderer(parts, { security, catalogues, live }), whoAsks(parts));
  const steps: Step[] = [
    logRequests(log),
    noteRefusals(security),
    warnOfProxy(log, config.trustProxy),
    guardGate(config, sendPlainError, headers),
    // What was rendered from sources may be rendered differently a moment later.
    ...(sources ? [] : [serveStoredPages({ store, https, headers, render })]),
    answerHealth(parts, headers),
    serveMessages(catalogues),
    serveFiles(clientDir, headers),
    sources ?? serveAssets(assets),
    renderPages(render, headers, live),
  ];
  return oneAtATime(chain(steps, answerFailures(log, sendPlainError, headers), clientAddress(config.trustProxy)));
}

/**
 * Whose pages are made. It decides about turns and nothing else: a sign-in that has ended tells it too, and where
 * nothing can be read nobody is known.
 */
function whoAsks({ store, config }: ServerParts): (request: Asked) => Promise<string | null> {
  return ({ headers }) => accountOfCookie(store.read, headers.cookie ?? "", config.https).catch(() => null);
}

function headersOf({ https, hstsSubdomains }: ServerParts["config"], sources: ServerParts["sources"]): DocumentHeaders {
  return documentHeaders({ https, hstsSubdomains, fromSources: sources !== undefined });
}
