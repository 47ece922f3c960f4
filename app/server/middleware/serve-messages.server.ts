import type { BrowserCatalogues } from "#app/i18n/browser-catalogues.server.ts";
import type { Step } from "#app/server/chain.ts";
import { assetHeaders } from "#app/server/headers.ts";
import { StoredPage } from "#app/server/stored-pages.ts";

const scriptHeaders = [
  ...[...assetHeaders, "Content-Type", "text/javascript; charset=utf-8"],
  ...["Cache-Control", "public, max-age=31536000, immutable", "Vary", "Accept-Encoding"],
];

/** The script with the messages of a language, whose name holds its hash. */
export function serveMessages(catalogues: BrowserCatalogues): Step {
  const kept = new Map<string, StoredPage>();
  return (request, response, next) => {
    if (!request.path.startsWith("/messages/") || !["GET", "HEAD"].includes(request.method)) return next();
    const script = catalogues.scriptAt(request.path);
    if (!script) return next();
    const page = kept.get(request.path) ?? new StoredPage(Buffer.from(script), scriptHeaders, 11);
    kept.set(request.path, page);
    page.send(request, response);
  };
}
