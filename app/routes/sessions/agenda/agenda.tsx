import { useLoaderData } from "@remix-run/react";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { AgendaPage } from "#app/ui/sessions/AgendaPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaEditView } from "#app/views/sessions/agenda-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const agenda = agendaEditView(await findAgendaToEdit(visit.db, visit.actor, sessionId), visit);
  return { title: visit.text("agenda.title"), sessionId, agenda };
});

export default function Agenda() {
  return <AgendaPage {...useLoaderData<typeof loader>()} />;
}
