import { useActionData, useLoaderData } from "@remix-run/react";
import { positionForm } from "#app/domain/sessions/agenda-input.ts";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { moveAgendaItem } from "#app/domain/sessions/move-agenda-item.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { AgendaPage } from "#app/ui/sessions/AgendaPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

/** The agenda itself: a move that is refused has somewhere to say why. */
export const loader = page(async (visit, { params }) => {
  const sessionId = params.sessionId ?? "";
  const agenda = await findAgendaToEdit(visit.db, visit.actor, sessionId, visit);
  return { title: visit.text("agenda.title"), sessionId, agenda };
});

export const action = deed({
  input: positionForm,
  act: (visit, { direction }, store, { params }) => {
    const { sessionId = "", itemId = "" } = params;
    return moveAgendaItem(store, visit.actor, { sessionId, itemId, direction }, visit.now);
  },
  then: (_result, _visit, _input, { params }) => paths.agenda(params.sessionId ?? ""),
});

export default function AgendaItemPosition() {
  return <AgendaPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
