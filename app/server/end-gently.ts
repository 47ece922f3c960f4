import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";

/**
 * While clients still learn that they must not ask again, and until whoever has not got an answer is cut off; in ms.
 */
interface Patience {
  grace: number;
  most: number;
}

/**
 * Ends a server in order: it takes no new connection, every request that has come or comes meanwhile is answered, and
 * told that its connection ends with the answer. Connections that stay silent are closed after the grace: one whose
 * request is on its way looks the same as one that only waits.
 * @returns when the last connection has ended
 */
export async function endGently(server: Server, { grace, most }: Patience = { grace: 500, most: 8000 }): Promise<void> {
  const last = (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    isLast.add(response);
    if (endless.has(response)) response.end();
  };
  for (const response of underWay.get(server) ?? []) last(response.req, response);
  server.prependListener("request", last);
  const timers: NodeJS.Timeout[] = [setInterval(() => server.closeIdleConnections(), grace)];
  await new Promise<void>((resolve) => {
    // Not the one of an HTTP server, which closes idle connections at once.
    NetServer.prototype.close.call(server, () => resolve());
    timers.push(
      setTimeout(() => {
        server.closeAllConnections();
        resolve();
      }, most),
    );
  });
  for (const timer of timers) clearTimeout(timer);
}

/** Answers that have no end of their own, and those of servers that are ending. */
const endless = new WeakSet<ServerResponse>();
const isLast = new WeakSet<ServerResponse>();

/** An answer that goes on and on ends with its server: whoever waits for it comes again. */
export function endWithServer(response: ServerResponse): void {
  endless.add(response);
  if (isLast.has(response)) response.end();
}

const underWay = new WeakMap<Server, Set<ServerResponse>>();

/** Keeps in mind which requests of a server are being answered, for `endGently`. */
export function followAnswers(server: Server): void {
  const answers = new Set<ServerResponse>();
  underWay.set(server, answers);
  server.prependListener("request", (_request, response) => {
    answers.add(response);
    response.once("close", () => answers.delete(response));
  });
}
