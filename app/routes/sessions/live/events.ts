import { findListening } from "#app/domain/live/find-listening.server.ts";
import { findLiveNews } from "#app/domain/live/find-live-news.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { TooMany } from "#app/http/too-many.server.ts";

/** When to try again, where too many listen already; in seconds. */
const COME_AGAIN = 30;

/** What changes in a session, as server-sent events; for who asks otherwise, which version of it this is. */
export const loader = page(async (visit, args) => {
  const { db, actor, account, token, context, now } = visit;
  const session = await findSessionFacts(db, actor, param(args, "sessionId"));
  refuseCancelled(session);
  if (!args.request.headers.get("Accept")?.includes("text/event-stream") || args.request.method !== "GET") {
    const audience = (await findListening(db, session, [account.id])).get(account.id) ?? "sees";
    return Response.json({ version: (await findLiveNews(db, session, audience, now)).version });
  }
  if (context.live.refusal(account.id)) throw new TooMany(COME_AGAIN);
  const since = args.request.headers.get("Last-Event-ID") ?? new URL(args.request.url).searchParams.get("since");
  context.listener = { sessionId: session.id, accountId: account.id, token, since };
  return new Response(null);
});
