import { randomBytes, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { Logger } from "pino";
import type { Config } from "#app/config/config.server.ts";
import { unseal } from "#app/domain/seal.server.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { formLimit } from "#app/http/form.server.ts";
import { addressKey, type Limits } from "#app/http/limits.server.ts";
import { guessLocale } from "#app/http/locale.server.ts";
import { problem, problemType } from "#app/http/problem.ts";
import { cookieName, readCookie } from "#app/http/sign-in.server.ts";
import { catalogueScript, type InterfaceLocale, interfaceLocales } from "#app/i18n/catalogues.server.ts";
import { isApiPath, judge, refuse } from "#app/server/gate.ts";
import { setAssetHeaders, setHeaders } from "#app/server/headers.ts";
import { loggedPath } from "#app/server/log.server.ts";
import { plainErrorPage } from "#app/server/plain-error-page.server.ts";
import { serveCompressedAssets } from "#app/server/serve-asset.ts";
import { encodingFor, type StoredPage, StoredPages } from "#app/server/stored-pages.ts";
import { changeNumber, type Store } from "#db/store.ts";

export interface ServerParts {
  config: Config;
  store: Store;
  /** What answers searches. */
  matcher: Matcher;
  /** What the index in memory holds; null while it holds nothing. */
  indexDigest?: () => Promise<IndexDigest | null>;
  log: Logger;
  limits: Limits;
  build: ServerBuild;
  /** Folder of `build/client`. */
  clientDir: string;
  wakeOutbox: () => void;
  /** What `/healthz` says beside "ok"; a returned problem makes it 503. */
  health: () => Promise<string | null>;
}

type Marked = IncomingMessage & { requestId: string; nonce: string; isPublic: boolean };

/** The HTTP server: gate and headers first, then static files, stored public pages, and Remix behind them. */
export function createHttpServer(parts: ServerParts): Server {
  const { config, log } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", config.trustProxy);
  app.set("query parser", false);
  const pages = new StoredPages();
  const catalogues = new StoredPages();

  app.use((request, response, next) => {
    const marked = request as unknown as Marked;
    marked.requestId = randomUUID();
    marked.isPublic = isPublicPath(request.path);
    marked.nonce = randomBytes(16).toString("base64url");
    const started = process.hrtime.bigint();
    response.on("finish", () => {
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      const path = loggedPath(request.originalUrl);
      const line = {
        requestId: marked.requestId,
        method: request.method,
        path,
        status: response.statusCode,
        milliseconds,
      };
      if (response.statusCode >= 500) log.error(line, "request");
      else if (path.startsWith("/assets/")) log.debug(line, "request");
      else log.info(line, "request");
    });
    if (isAsset(request.path)) setAssetHeaders(response);
    else {
      keepFromCaches(response);
      setHeaders(response, { https: config.https, nonce: marked.isPublic ? null : marked.nonce });
      response.setHeader("X-Request-Id", marked.requestId);
    }
    // Remix would believe it; the Host that the gate has checked is the only one.
    delete request.headers["x-forwarded-host"];
    // Nobody is known by a cookie there: what the API does not get it cannot read by mistake.
    if (isApiPath(request.path)) delete request.headers.cookie;
    const verdict = judge(request, { publicUrl: config.publicUrl, bodyLimit: formLimit });
    if (verdict.pass && isApiPath(request.path) && !knownMethods.has(request.method)) {
      return sendProblem(response, { status: 405 }, { Allow: "GET, HEAD" });
    }
    if (verdict.pass) return next();
    if (isApiPath(request.path)) return sendProblem(response, { status: verdict.status });
    const note = verdict.status === 421 ? config.publicUrl : undefined;
    refuse(response, verdict, plainErrorPage(verdict.status, localeOf(request), { requestId: marked.requestId, note }));
  });

  app.get("/healthz", async (request, response, next) => {
    // Only who holds the secret of the installation may ask what the index holds: it would tell that something changed.
    const sealed = request.headers["x-zbornik-seal"];
    if (typeof sealed === "string" && unseal(config.secret, "index-digest", sealed, new Date()) !== null) {
      try {
        return void response.set("Cache-Control", "no-store").json((await parts.indexDigest?.()) ?? null);
      } catch (error) {
        return next(error);
      }
    }
    const problem = await parts.health();
    response
      .status(problem ? 503 : 200)
      .set("Cache-Control", "no-store")
      .type("text/plain")
      .send(problem ?? "ok");
  });
  app.get("/messages/:file", (request, response, next) => {
    const script = catalogueScript(request.path);
    if (!script) return next();
    const kept =
      catalogues.find(request.path, 0) ?? catalogues.store(request.path, 0, Buffer.from(script), scriptHeaders);
    sendStored(request, response, kept);
  });
  app.use(
    "/assets",
    serveCompressedAssets(join(parts.clientDir, "assets")),
    express.static(join(parts.clientDir, "assets"), { immutable: true, maxAge: "1y", index: false }),
  );
  for (const file of ["favicon.svg", "favicon.ico", "robots.txt", "apple-touch-icon.png"]) {
    app.get(`/${file}`, (_request, response, next) => {
      const path = join(parts.clientDir, file);
      if (!existsSync(path)) return next();
      response.set("Cache-Control", "public, max-age=86400").type(file.split(".").at(-1)!);
      createReadStream(path).pipe(response);
    });
  }

  app.use(async (request, response, next) => {
    const marked = request as unknown as Marked;
    if (
      request.method !== "GET" ||
      !marked.isPublic ||
      // Read as the application reads it: a spelling that only one of the two knows would store a person's page.
      readCookie(asRequest(request), cookieName(config.https))
    ) {
      return next();
    }
    try {
      const change = await changeNumber(parts.store);
      const found = pages.find(request.originalUrl, change);
      if (found) return sendStored(request, response, found);
      captureHtml(request, response, (html, headers) => pages.store(request.originalUrl, change, html, headers));
    } catch (error) {
      return next(error);
    }
    next();
  });

  // Stored pages bring their own compressed forms. The middleware must not even see them: it sends the headers before
  // the page that is being stored can set its own.
  const compress = compression();
  app.use((request, response, next) =>
    (request as unknown as Marked).isPublic ? next() : compress(request, response, next),
  );
  app.all(
    "*",
    createRequestHandler({
      build: parts.build,
      mode: "production",
      getLoadContext: (request): LoadContext => {
        const marked = request as unknown as Marked;
        return {
          store: parts.store,
          matcher: parts.matcher,
          config,
          log,
          limits: parts.limits,
          ip: addressKey(request.ip ?? "unknown"),
          requestId: marked.requestId,
          nonce: marked.nonce,
          wakeOutbox: parts.wakeOutbox,
        };
      },
    }),
  );
  app.use(((error, request, response, next) => {
    const { requestId } = request as unknown as Marked;
    log.error({ err: error, requestId }, "unexpected");
    if (response.headersSent) return next(error);
    const status = isBadRequest(error) ? 400 : 500;
    if (isApiPath(request.path)) return sendProblem(response, { status, requestId });
    response.status(status).type("html").set("Cache-Control", "no-store");
    response.send(plainErrorPage(status, localeOf(request), { requestId }));
  }) as express.ErrorRequestHandler);

  const server = createServer(app);
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  return server;
}

function sendProblem(
  response: ServerResponse,
  said: Parameters<typeof problem>[0],
  headers: Record<string, string> = {},
): void {
  response.writeHead(said.status, { "Content-Type": problemType, "Cache-Control": "private, no-store", ...headers });
  response.end(JSON.stringify(problem(said)));
}

/** What the router passes on to a route; it answers other methods itself, with a page. */
const knownMethods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

function isAsset(path: string): boolean {
  return path.startsWith("/assets/") || path.startsWith("/messages/");
}

const scriptHeaders = {
  "Content-Type": "text/javascript; charset=utf-8",
  "Cache-Control": "public, max-age=31536000, immutable",
  Vary: "Accept-Encoding",
};

/** Pages with the language in the address are public: no script, no nonce, and so storable. */
export function isPublicPath(path: string): boolean {
  const first = path.split("/")[1] ?? "";
  return (interfaceLocales as readonly string[]).includes(first.replace(/\.data$/, ""));
}

function sendStored(request: express.Request, response: ServerResponse, page: StoredPage): void {
  const { body, encoding } = encodingFor(page, String(request.headers["accept-encoding"] ?? ""));
  response.writeHead(200, {
    ...page.headers,
    ...(encoding ? { "Content-Encoding": encoding } : {}),
    "Content-Length": body.length,
  });
  response.end(body);
}

/** Holds a page back until it is whole; a plain 200 HTML answer without a cookie is kept and sent in its best form. */
function captureHtml(
  request: express.Request,
  response: ServerResponse,
  keep: (html: Buffer, headers: Record<string, string>) => StoredPage,
): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const collect = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = ((chunk: unknown) => {
    collect(chunk);
    return true;
  }) as typeof response.write;
  response.end = ((chunk: unknown) => {
    collect(chunk);
    response.end = end;
    const html = Buffer.concat(chunks);
    const type = String(response.getHeader("Content-Type") ?? "");
    if (response.statusCode === 200 && type.startsWith("text/html") && !response.getHeader("Set-Cookie")) {
      sendStored(request, response, keep(html, storedHeaders(type)));
      return response;
    }
    return end(html);
  }) as typeof response.end;
}

function storedHeaders(type: string): Record<string, string> {
  return { "Content-Type": type, "Cache-Control": "no-cache", Vary: "Accept-Encoding, Cookie" };
}

/** What says nothing about caches is for one person: redirects, files, answers of data. */
function keepFromCaches(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = ((...given: unknown[]) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
    return writeHead(...given);
  }) as typeof response.writeHead;
}

function isBadRequest(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400);
}

function localeOf(request: express.Request): InterfaceLocale {
  return guessLocale(asRequest(request));
}

/** What of a request tells who reads it, in the shape that the application knows. */
function asRequest(request: express.Request): Request {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return new Request("http://inside.invalid/", { headers });
}
