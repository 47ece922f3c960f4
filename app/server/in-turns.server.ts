import type { Render, RenderAside } from "#app/server/page-renderer.server.ts";
import { Turns } from "#app/server/turns.ts";

/** How many pages are made at once, and how many may wait for that. */
const MOST_AT_ONCE = 16;
const MOST_WAITING = 400;

/** Too many wait already: whoever only reads may ask again. */
export class TooBusy extends Error {}

/**
 * Makes so many pages at once that memory stays in bounds, however many are asked for; who asks for many from
 * one line waits longer than others.
 * @throws TooBusy for a page that is only read, when very many wait; what was posted waits in any case
 */
export function inTurns(render: RenderAside): Render {
  const turns = new Turns(MOST_AT_ONCE, MOST_WAITING);
  return async (request, how) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && turns.isFull) throw new TooBusy();
    const line = request.mark.network.keys.at(-1) ?? "unknown";
    return turns.take(line, (aside) => render(request, { ...how, aside }));
  };
}
