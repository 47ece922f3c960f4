import type { ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Asked } from "#app/server/chain.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import type { Rendered } from "#app/server/page-renderer.server.ts";

/** Shorter ones come in one packet anyway. */
const WORTH_COMPRESSING = 1000;

/** Little larger than the smallest, in a tenth of the time; the window is as large as pages are. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 16 } };

/** Sends what the application answered to one person, compressed as the client accepts it. */
export function sendRendered(
  request: Asked,
  response: ServerResponse,
  { status, headers, body, nonce }: Rendered,
  documentHeaders: DocumentHeaders,
): void {
  const list = [...documentHeaders(nonce), "X-Request-Id", request.mark.requestId];
  for (const [name, value] of headers) list.push(name, value);
  // What says nothing about caches is for one person: redirects, files, answers of data.
  if (!headers.has("Cache-Control")) list.push("Cache-Control", "private, no-store");
  const isText = /^text\/|json|javascript/.test(headers.get("Content-Type") ?? "");
  let whole = body;
  if (isText && body.length > WORTH_COMPRESSING) {
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
    if (encoding) list.push("Content-Encoding", encoding);
    if (encoding === "br") whole = brotliCompressSync(body, brotli);
    if (encoding === "gzip") whole = gzipSync(body, { level: 3 });
    list.push("Vary", "Accept-Encoding");
  }
  if (status !== 204 && status !== 304) list.push("Content-Length", String(whole.length));
  response.writeHead(status, list);
  response.end(request.method === "HEAD" ? undefined : whole);
}
