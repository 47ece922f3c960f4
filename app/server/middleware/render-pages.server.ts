import type { Step } from "#app/server/chain.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import type { LiveStreams } from "#app/server/live-streams.server.ts";
import type { Render } from "#app/server/page-renderer.server.ts";
import { sendRendered } from "#app/server/send-rendered.ts";

/** Why nobody waits any more; made once, since every answer ends with it: Remix keeps timers until then. */
const OVER = new Error("answered");

/** Everything that is answered to one person: rendered for them and sent, or told on and on. */
export function renderPages(render: Render, headers: DocumentHeaders, live: LiveStreams): Step {
  return async (request, response) => {
    const over = new AbortController();
    response.once("close", () => over.abort(OVER));
    const rendered = await render(request, { signal: over.signal });
    if (response.destroyed) return;
    if (rendered.listener) live.listen(rendered.listener, request, response);
    else sendRendered(request, response, rendered, headers);
  };
}
