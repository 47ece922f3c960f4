import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";

/** What browsers and robots ask for by name. */
const files = new Map([
  ["/favicon.svg", "svg"],
  ["/favicon.ico", "ico"],
  ["/robots.txt", "txt"],
  ["/apple-touch-icon.png", "png"],
]);

/** The few files that lie at the top; kept for a day. */
export function serveFiles(folder: string): RequestHandler {
  return (request, response, next) => {
    const type = request.method === "GET" || request.method === "HEAD" ? files.get(request.path) : undefined;
    const path = join(folder, request.path);
    if (!type || !existsSync(path)) return next();
    response.set("Cache-Control", "public, max-age=86400").type(type);
    createReadStream(path).pipe(response);
  };
}
