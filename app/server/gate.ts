import type { IncomingMessage } from "node:http";
import { decodeLoosely } from "#app/server/decode-loosely.ts";

/** What stands in front of every request. */
export type Verdict = { pass: true } | { pass: false; status: 400 | 403 | 404 | 421 | 413; reason: string };

type Judged = Pick<IncomingMessage, "method" | "url" | "headers"> & { rawHeaders?: readonly string[] };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const pass: Verdict = { pass: true };

/** The bearer API. The router reads its addresses in any case, so this does too. */
export function isApiPath(path: string): boolean {
  return /^\/api(\/|$)/i.test(path);
}

/** What calendar programs read; its address says all. The router reads it in any case, so this does too. */
export function isFeedPath(path: string): boolean {
  return /^\/calendars\/[^/]+$/i.test(path);
}

/**
 * Remix's own check against cross-site requests has gaps (`?_data=`, resource routes, no Origin, forwarded hosts), so:
 * an unknown Host is 421; `_data` is refused; every method but GET, HEAD and OPTIONS needs `Origin` equal to the public
 * address, or `Sec-Fetch-Site: same-origin` where the browser sends no Origin. The bearer API reads no cookies, so that
 * another site can do nothing there in a reader's name, and passes without. `/healthz` is asked by whatever watches the
 * installation, under any Host, and only read.
 * @returns what judges anything with `method`, `url` and lower-case `headers`
 */
export function createGate(options: { publicUrl: string; bodyLimit: number }): (request: Judged) => Verdict {
  const isOurs = hostComparison(options.publicUrl);
  return (request) => {
    const { method = "GET", url = "/", headers } = request;
    const [path = "/"] = url.split("?", 1);
    const isHealth = path === "/healthz" && safeMethods.has(method);
    if (hasTwoHosts(request.rawHeaders ?? [])) return { pass: false, status: 400, reason: "two hosts" };
    if (!isHealth && !isOurs(headers.host)) {
      return { pass: false, status: 421, reason: `This is ${options.publicUrl}` };
    }
    if (/_data/i.test(decodeLoosely(url)) && /[?&]_data(=|&|$)/i.test(decodeLoosely(url)))
      return { pass: false, status: 403, reason: "_data" };
    // One spelling per address: what a proxy or a rule sees must be what the router sees.
    if (/\/\/|\\|%2e|%2f|%5c|%00|\/\.\.?(\/|$)/i.test(path)) return { pass: false, status: 404, reason: "path" };
    // The router would complain of it on the console, and take it as it stands.
    if (!isDecodable(path)) return { pass: false, status: 400, reason: "encoding" };
    // What the router would encode for its own scripts is no answer to a program.
    if ((isApiPath(path) || isFeedPath(path)) && /\.data$/i.test(path))
      return { pass: false, status: 404, reason: "data" };
    if (safeMethods.has(method)) return pass;
    if (Number(headers["content-length"] ?? 0) > options.bodyLimit) return { pass: false, status: 413, reason: "body" };
    if (isApiPath(path)) return pass;
    const { origin } = headers;
    if (origin !== undefined) {
      return isSameOrigin(origin, options.publicUrl) ? pass : { pass: false, status: 403, reason: "origin" };
    }
    return headers["sec-fetch-site"] === "same-origin" ? pass : { pass: false, status: 403, reason: "no origin" };
  };
}

/** Hosts are compared as addresses are: in any case, with the usual port or without, with or without the last dot. */
function hostComparison(publicUrl: string): (host: string | undefined) => boolean {
  const { protocol, host } = new URL(publicUrl);
  const ours = host.replace(/\.(?=:|$)/, "");
  return (asked) => {
    if (asked === ours) return true;
    // What is no plain host could be read as another part of an address.
    if (asked === undefined || !/^[^\s/?#@\\]+$/.test(asked)) return false;
    try {
      return new URL(`${protocol}//${asked}`).host.replace(/\.(?=:|$)/, "") === ours;
    } catch {
      return false;
    }
  };
}

function isSameOrigin(origin: string, publicUrl: string): boolean {
  if (origin === publicUrl) return true;
  if (!/^https?:\/\/[^/@\\\s]+$/i.test(origin)) return false;
  try {
    return new URL(origin).origin === publicUrl;
  } catch {
    return false;
  }
}

function isDecodable(path: string): boolean {
  try {
    return !path.includes("%") || decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** Node keeps the first of two; somebody in front may have looked at the second. */
function hasTwoHosts(raw: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") hosts++;
  }
  return hosts > 1;
}
