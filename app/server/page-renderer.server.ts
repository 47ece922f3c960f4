import { randomBytes } from "node:crypto";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Aside } from "#app/http/aside.ts";
import { browserName } from "#app/http/browser-name.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import type { Listener } from "#app/http/live-listeners.ts";
import type { Asked } from "#app/server/chain.ts";
import type { ServerParts } from "#app/server/create-server.server.ts";
import { pageHandlers } from "#app/server/page-handlers.server.ts";
import { pageRequest } from "#app/server/web-request.ts";

/** What the application answers to a request, whole. */
export interface Rendered {
  status: number;
  headers: Headers;
  body: Buffer;
  /** Of its inline scripts; null where it has none. */
  nonce: string | null;
  /** The answer is a stream of events for this listener, and has no body yet. */
  listener?: Listener;
}

/**
 * Asks the application.
 * @param how.signal told when nobody waits for the answer any more
 * @param how.forAll asked by GET and nothing but the address, so that the answer can be given to others too
 */
export type Render = (request: Asked, how: How) => Promise<Rendered>;

/** The same, with what waits without holding up the pages of others. */
export type RenderAside = (request: Asked, how: How & { aside: Aside }) => Promise<Rendered>;

export interface How {
  signal: AbortSignal;
  forAll?: true;
}

/** Remix, with what loaders and actions get from the server. */
export function pageRenderer(
  parts: ServerParts,
  own: Pick<LoadContext, "security" | "catalogues" | "live">,
): RenderAside {
  const { build, store, matcher, config, log, limits, notes, wakeOutbox, proposals, readCalendar } = parts;
  const handlerFor = typeof build === "function" ? fromSources(build) : pageHandlers(build);
  return async (request, how) => {
    const { requestId, network, who } = request.mark;
    const nonce = randomBytes(16).toString("base64url");
    const origin = { network: network.address, browser: browserName(request.headers["user-agent"]) };
    const context: LoadContext = {
      ...{ store, matcher, config, log, limits, notes, wakeOutbox, proposals, readCalendar },
      ...{ ...own, network, origin, who, requestId, nonce, aside: how.aside },
      document: documentOf(request),
    };
    const answer = await handlerFor(request.path)(pageRequest(request, config.publicUrl, how), context);
    const { page, listener } = context;
    return {
      status: answer.status,
      headers: answer.headers,
      // A page does not pass through a stream.
      body: page ? Buffer.from(page.html) : Buffer.from(await answer.arrayBuffer()),
      nonce: page?.hasScripts ? nonce : null,
      listener,
    };
  };
}

function documentOf({ path, method }: Asked): LoadContext["document"] {
  if (path.endsWith(".data")) return null;
  return method === "POST" ? "sent" : "opened";
}

function fromSources(build: () => Promise<ServerBuild>): ReturnType<typeof pageHandlers> {
  const handler = createRequestHandler(build, "development");
  return () => handler;
}
