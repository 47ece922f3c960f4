import type { Asked } from "#app/server/chain.ts";
import type { Render, RenderAside } from "#app/server/page-renderer.server.ts";
import { Turns } from "#app/server/turns.ts";

/** How many pages are made at once, and how many may wait for that. */
const MOST_AT_ONCE = 16;
const MOST_WAITING = 400;

/** The same for one person. More at once would make none of them come earlier, and those of all others later. */
const EACH_AT_ONCE = 3;
const EACH_WAITING = 40;

/** The most that wait for those of one line who are not signed in: there is room left for others. */
const LINE_WAITING = 300;

/** Too many wait already: whoever only reads may ask again. */
export class TooBusy extends Error {}

/**
 * Makes so many pages at once that memory stays in bounds, however many are asked for. Who asks for many, signed in or
 * from one line, waits for himself and not others for him.
 * @param whoAsks the account of who is signed in
 * @throws TooBusy for a page that is only read, when very many wait; and for whatever is asked by somebody who has many
 *   wait already
 */
export function inTurns(render: RenderAside, whoAsks: (request: Asked) => Promise<string | null>): Render {
  const turns = new Turns(MOST_AT_ONCE, MOST_WAITING);
  return async (request, how) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const accountId = await whoAsks(request);
    const [whose, most, waiting] =
      accountId === null
        ? [`line ${request.mark.network.keys.at(-1)}`, MOST_AT_ONCE, LINE_WAITING]
        : [`account ${accountId}`, EACH_AT_ONCE, EACH_WAITING];
    if ((isRead && turns.isFull) || turns.waitingFor(whose) >= waiting) throw new TooBusy();
    return turns.take(whose, (aside) => render(request, { ...how, aside }), most);
  };
}
