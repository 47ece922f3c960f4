import { useLoaderData } from "@remix-run/react";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { SessionPage } from "#app/ui/sessions/SessionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const session = sessionView(await findSession(visit.db, visit.actor, param(args, "sessionId"), visit.now), visit);
  return { title: session.title, session };
});

export default function Session() {
  return <SessionPage session={useLoaderData<typeof loader>().session} />;
}
