import { createRequestHandler } from "@remix-run/express";
import type { RequestHandler } from "express";
import type { LoadContext } from "#app/http/context.server.ts";
import { readNetwork } from "#app/http/network.ts";
import type { ServerParts } from "#app/server/create-server.server.ts";

/** Remix, with what loaders and actions get from the server. */
export function renderPages(parts: ServerParts): RequestHandler {
  const { store, matcher, config, log, limits, notes, wakeOutbox } = parts;
  return createRequestHandler({
    build: parts.build,
    mode: parts.sources ? "development" : "production",
    getLoadContext: ({ ip, mark }): LoadContext => {
      const { requestId, nonce } = mark;
      return { store, matcher, config, log, limits, notes, wakeOutbox, network: readNetwork(ip), requestId, nonce };
    },
  });
}
