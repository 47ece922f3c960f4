import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express, type RequestHandler } from "express";
import type { Installation } from "#app/server/installation.server.ts";
import { answerFailures } from "#app/server/middleware/answer-failures.server.ts";
import { answerHealth } from "#app/server/middleware/answer-health.server.ts";
import { compressAnswers } from "#app/server/middleware/compress-answers.ts";
import { guardGate } from "#app/server/middleware/guard-gate.server.ts";
import { logRequests } from "#app/server/middleware/log-requests.server.ts";
import { markRequest } from "#app/server/middleware/mark-request.ts";
import { renderPages } from "#app/server/middleware/render-pages.server.ts";
import { serveAssets } from "#app/server/middleware/serve-assets.ts";
import { serveFiles } from "#app/server/middleware/serve-files.ts";
import { serveMessages } from "#app/server/middleware/serve-messages.server.ts";
import { serveStoredPages } from "#app/server/middleware/serve-stored-pages.server.ts";
import { setHeaders } from "#app/server/middleware/set-headers.ts";
import { warnOfProxy } from "#app/server/middleware/warn-of-proxy.ts";

export interface ServerParts extends Installation {
  /** The pages. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder with what browsers load: `build/client`, or `public` where the rest comes from its sources. */
  clientDir: string;
  /** Serves scripts and styles from their sources while one works on the product. */
  sources?: RequestHandler;
}

/** The HTTP server of an installation; requests that come before it is there wait for it. */
export function createHttpServer(parts: ServerParts | Promise<ServerParts>): Server {
  const app = parts instanceof Promise ? parts.then(createApp) : createApp(parts);
  // Whoever waits for the installation says why there is none.
  if (app instanceof Promise) app.catch(() => undefined);
  const server = createServer(
    app instanceof Promise
      ? (request, response) =>
          void app.then(
            (handle) => handle(request, response),
            () => response.destroy(),
          )
      : app,
  );
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  return server;
}

/** Everything that a request passes, in this order: the gate before all else, the pages last. */
export function createApp(parts: ServerParts): Express {
  const { config, log, store, clientDir, sources } = parts;
  const { https } = config;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", config.trustProxy);
  app.set("query parser", false);

  app.use(
    markRequest(),
    logRequests(log),
    warnOfProxy(log, config.trustProxy),
    setHeaders({ https, fromSources: sources !== undefined }),
    guardGate(config),
  );
  app.get("/healthz", answerHealth(parts));
  app.get("/messages/:file", serveMessages());
  app.use(serveFiles(clientDir));
  if (sources) app.use(sources);
  else app.use("/assets", serveAssets(join(clientDir, "assets")));
  // What was rendered from sources may be rendered differently a moment later.
  if (!sources) app.use(serveStoredPages({ store, https }));
  app.use(compressAnswers());
  app.all("*", renderPages(parts));
  app.use(answerFailures(log));
  return app;
}
