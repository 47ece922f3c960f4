import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Config } from "#app/config/config.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { checkFeed, noteFeedUse, type OpenFeed } from "#app/domain/tokens/check-feed.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import type { Limit } from "#app/http/limits.server.ts";
import { TooMany, takeFrom } from "#app/http/too-many.server.ts";
import type { Db } from "#db/store.ts";

/** What a feed is written from. */
interface Reading {
  db: Db;
  now: Date;
  config: Config;
}

/**
 * Loader of a feed: its address is all that a calendar program sends, cookies do not get this far. What may not be read
 * answers as what was never there. Whoever has the text already gets 304 (RFC 9110, 13.1.2).
 */
export function openFeed(write: (feed: OpenFeed, reading: Reading) => Promise<string>) {
  return async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    if (request.method !== "GET" && request.method !== "HEAD") return onlyReadFeed();
    const now = new Date();
    const db = context.store.read;
    const [, token = ""] = /^(\S{1,100})\.ics$/.exec(params.file ?? "") ?? [];
    const feed = await checkFeed(db, token);
    if (!feed) return (await limit(context, "feedRefused", context.network.keys[0] ?? "unknown")) ?? nothing();
    const refused = await limit(context, "feedRead", feed.feedId);
    if (refused) return refused;
    noteFeedUse(context.notes, feed, now);
    const content = await write(feed, { db, now, config: context.config });
    const headers = { ETag: `"${sha256(content).slice(0, 32)}"`, "Cache-Control": "private, no-cache" };
    if (isKnown(request.headers.get("If-None-Match"), headers.ETag))
      return new Response(null, { status: 304, headers });
    const type = { "Content-Type": "text/calendar; method=PUBLISH; charset=utf-8" };
    return new Response(content, { headers: { ...headers, ...type } });
  };
}

/** The answer to whoever wants to change a feed, whether it is there or not. */
export function onlyReadFeed(): Response {
  return plain("This address is only read.\n", 405, { Allow: "GET, HEAD" });
}

function nothing(): Response {
  return plain("There is no such calendar.\n", 404);
}

async function limit(context: LoadContext, name: Limit, key: string): Promise<Response | null> {
  try {
    await takeFrom(context, [[name, key]]);
    return null;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return plain("Too many requests.\n", 429, { "Retry-After": String(error.seconds) });
  }
}

function plain(text: string, status: number, headers: Record<string, string> = {}): Response {
  const type = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" };
  return new Response(text, { status, headers: { ...type, ...headers } });
}

/** Weak comparison: what was compressed on the way may come back marked as weak. */
function isKnown(given: string | null, etag: string): boolean {
  const known = (given ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes("*") || known.includes(etag);
}
