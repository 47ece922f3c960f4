import type { IncomingMessage } from "node:http";
import { decodeLoosely } from "#app/server/decode-loosely.ts";

/** What stands in front of every request. Plain `(request) => verdict`, used with and without express. */
export type Verdict = { pass: true } | { pass: false; status: 403 | 404 | 421 | 431 | 413; reason: string };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const pass: Verdict = { pass: true };

/** The bearer API. The router reads its addresses in any case, so this does too. */
export function isApiPath(path: string): boolean {
  return /^\/api(\/|$)/i.test(path);
}

/**
 * Remix's own check against cross-site requests has gaps (`?_data=`, resource routes, no Origin, forwarded hosts), so:
 * an unknown Host is 421; `_data` is refused; every method but GET, HEAD and OPTIONS needs `Origin` equal to the public
 * address, or `Sec-Fetch-Site: same-origin` where the browser sends no Origin. The bearer API reads no cookies, so that
 * another site can do nothing there in a reader's name, and passes without.
 * @param request anything with `method`, `url` and lower-case `headers`
 */
export function judge(
  request: Pick<IncomingMessage, "method" | "url" | "headers">,
  options: { publicUrl: string; bodyLimit: number },
): Verdict {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const host = new URL(options.publicUrl).host;
  if (path !== "/healthz" && request.headers.host?.toLowerCase() !== host) {
    return { pass: false, status: 421, reason: `This is ${options.publicUrl}` };
  }
  if (/[?&]_data(=|&|$)/i.test(decodeLoosely(request.url ?? ""))) return { pass: false, status: 403, reason: "_data" };
  // One spelling per address: what a proxy or a rule sees must be what the router sees.
  if (/\/\/|\\|%2e|%2f|%5c|%00|\/\.\.?(\/|$)/i.test(path)) return { pass: false, status: 404, reason: "path" };
  // What the router would encode for its own scripts is no answer of the API.
  if (isApiPath(path) && /\.data$/i.test(path)) return { pass: false, status: 404, reason: "data" };
  if (safeMethods.has(request.method ?? "GET")) return pass;
  if (Number(request.headers["content-length"] ?? 0) > options.bodyLimit)
    return { pass: false, status: 413, reason: "body" };
  if (isApiPath(path)) return pass;
  const origin = request.headers.origin;
  if (origin !== undefined) return origin === options.publicUrl ? pass : { pass: false, status: 403, reason: "origin" };
  return request.headers["sec-fetch-site"] === "same-origin" ? pass : { pass: false, status: 403, reason: "no origin" };
}
