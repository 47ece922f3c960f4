import { useLoaderData } from "@remix-run/react";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { page } from "#app/http/page.server.ts";
import { SessionPage } from "#app/ui/sessions/SessionPage.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async (visit, { params }) => {
  const session = await findSession(visit.db, visit.actor, params.sessionId ?? "", visit);
  return { title: session.title, session };
});

export default function Session() {
  return <SessionPage session={useLoaderData<typeof loader>().session} />;
}
