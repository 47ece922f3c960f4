import type { RequestHandler } from "express";
import { catalogueScript } from "#app/i18n/catalogues.server.ts";
import { StoredPages, sendStored } from "#app/server/stored-pages.ts";

const scriptHeaders = {
  "Content-Type": "text/javascript; charset=utf-8",
  "Cache-Control": "public, max-age=31536000, immutable",
  Vary: "Accept-Encoding",
};

/** The script with the messages of a language, whose name holds its hash. */
export function serveMessages(): RequestHandler {
  const kept = new StoredPages();
  return (request, response, next) => {
    const script = catalogueScript(request.path);
    if (!script) return next();
    const page = kept.find(request.path, 0) ?? kept.store(request.path, 0, Buffer.from(script), scriptHeaders);
    sendStored(request, response, page);
  };
}
