import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Network, readNetwork } from "#app/http/network.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";

/** What the server knows of every request before anything else looks at it. */
export interface Mark {
  /** Stands in the log, in the header `X-Request-Id` and on error pages. */
  requestId: string;
  /** Pages with the language in the address are public: no script, no nonce, and so storable. */
  isPublic: boolean;
  /** Where it comes from. */
  network: Network;
  /** Who it turned out to be, once a page has asked. */
  who: { accountId: string | null; token: string | null };
}

/** A request on its way through the server. */
export interface Asked extends IncomingMessage {
  url: string;
  method: string;
  /** The address without what stands after `?`. */
  path: string;
  mark: Mark;
}

/** The address that a request comes from, as the connection or a proxy names it. */
type AddressOf = (request: IncomingMessage) => string;

type Next = (error?: unknown) => void;

/** Answers a request, or passes it on. What it throws, or passes on as an error, is answered by who comes last. */
export type Step = (request: Asked, response: ServerResponse, next: Next) => unknown;

/**
 * Everything that a request passes, in this order. Plain functions: each part of this stands in front of every page.
 */
export function chain(
  steps: readonly Step[],
  fail: (error: unknown, request: Asked, response: ServerResponse) => void,
  addressOf: AddressOf,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (incoming, response) => {
    const request = marked(incoming, addressOf);
    const run = (at: number) => {
      const next: Next = (error) => (error === undefined ? run(at + 1) : fail(error, request, response));
      try {
        const done = steps[at]?.(request, response, next);
        if (done instanceof Promise) done.catch(next);
      } catch (error) {
        next(error);
      }
    };
    run(0);
  };
}

function marked(incoming: IncomingMessage, addressOf: AddressOf): Asked {
  const { url = "/", method = "GET" } = incoming;
  const [path = "/"] = url.split("?", 1);
  const mark: Mark = {
    ...{ requestId: randomUUID(), isPublic: isPublicPath(path) },
    ...{ network: networkOf(addressOf(incoming)), who: { accountId: null, token: null } },
  };
  return Object.assign(incoming, { url, method, path, mark });
}

const MAX_NETWORKS = 1000;
const networks = new Map<string, Network>();

/** The same few connections ask again and again. A full list starts again rather than grow. */
function networkOf(address: string): Network {
  const known = networks.get(address);
  if (known) return known;
  if (networks.size >= MAX_NETWORKS) networks.clear();
  const network = readNetwork(address);
  networks.set(address, network);
  return network;
}

function isPublicPath(path: string): boolean {
  const first = path.split("/", 2)[1] ?? "";
  return isInterfaceLocale(first.replace(/\.data$/, ""));
}
