import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "#app/server/chain.ts";
import { assetHeaders, type DocumentHeaders } from "#app/server/headers.ts";

/** What browsers and robots ask for by name. */
const files = new Map([
  ["/favicon.svg", "image/svg+xml"],
  ["/favicon.ico", "image/vnd.microsoft.icon"],
  ["/robots.txt", "text/plain; charset=utf-8"],
  ["/apple-touch-icon.png", "image/png"],
]);

/**
 * The few files that lie at the top; kept for a day. A drawing can be opened as a document, and gets the headers of
 * one.
 */
export function serveFiles(folder: string, headers: DocumentHeaders): Step {
  return async (request, response, next) => {
    const type = request.method === "GET" || request.method === "HEAD" ? files.get(request.path) : undefined;
    if (!type) return next();
    const body = await readFile(join(folder, request.path)).catch(() => null);
    if (!body) return next();
    response.writeHead(200, [
      ...(type.startsWith("image/svg") ? headers(null) : assetHeaders),
      ...["Cache-Control", "public, max-age=86400", "Content-Type", type, "Content-Length", String(body.length)],
    ]);
    response.end(request.method === "HEAD" ? undefined : body);
  };
}
