import { useActionData, useLoaderData } from "@remix-run/react";
import { positionForm } from "#app/domain/sessions/agenda-input.ts";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { moveAgendaItem } from "#app/domain/sessions/move-agenda-item.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { AgendaPage } from "#app/ui/sessions/AgendaPage.tsx";
import { movedTo } from "#app/ui/sessions/moved-item.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaEditView } from "#app/views/sessions/agenda-view.server.ts";

export const meta = titleMeta;

/** The agenda itself: a move that is refused has somewhere to say why. */
export const loader = page(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const agenda = agendaEditView(await findAgendaToEdit(visit.db, visit.actor, sessionId), visit);
  return { title: visit.text("agenda.title"), sessionId, agenda };
});

export const action = deed({
  input: positionForm,
  act: (visit, { direction }, store, args) => {
    const [sessionId, itemId] = [param(args, "sessionId"), param(args, "itemId")];
    return moveAgendaItem(store, visit.actor, { sessionId, itemId, direction }, visit.now);
  },
  then: (_result, _visit, { direction }, args) =>
    `${paths.agenda(param(args, "sessionId"))}#${movedTo(direction, param(args, "itemId"))}`,
});

export const clientAction = sendForm;

export default function AgendaItemPosition() {
  return <AgendaPage {...useLoaderData<typeof loader>()} moveAnswer={useActionData<typeof action>()} />;
}
