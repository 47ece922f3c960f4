import { useLoaderData } from "@remix-run/react";
import { lengthsForm } from "#app/domain/sessions/agenda-input.ts";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { setLengths } from "#app/domain/sessions/set-lengths.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AgendaPage } from "#app/ui/sessions/AgendaPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaEditView } from "#app/views/sessions/agenda-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const agenda = agendaEditView(await findAgendaToEdit(visit.db, visit.actor, sessionId), visit);
  return { title: visit.text("agenda.title"), sessionId, agenda };
});

export const action = deed({
  input: lengthsForm,
  act: (visit, { lengths }, store, args, { base }) =>
    setLengths(store, visit.actor, { sessionId: param(args, "sessionId"), lengths, base }, visit.now),
  then: ({ id }) => withFlash(paths.agenda(id), "agenda.lengthsSaved"),
});

export const clientAction = sendForm;

export default function Agenda() {
  return <AgendaPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
