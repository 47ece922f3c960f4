import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests that a connection may have sent before its first answer is out. Browsers send none. */
const MAX_AHEAD = 20;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Begins a request when the one before it on the same connection has been answered and taken: who sends many at once
 * and reads nothing makes no work. A connection with too many in wait is closed.
 */
export function oneAtATime(handle: Handler): Handler {
  const ahead = new WeakMap<Socket, (() => void)[]>();
  return (request, response) => {
    const { socket } = request;
    const waiting = ahead.get(socket);
    if (waiting && waiting.length >= MAX_AHEAD) return void socket.destroy();
    response.once("close", () => {
      const next = ahead.get(socket)?.shift();
      if (next) next();
      else ahead.delete(socket);
    });
    if (waiting) return void waiting.push(() => (socket.destroyed ? undefined : handle(request, response)));
    ahead.set(socket, []);
    handle(request, response);
  };
}
