import { useLoaderData } from "@remix-run/react";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { agendaItemForm } from "#app/domain/sessions/agenda-input.ts";
import { findAgendaItem } from "#app/domain/sessions/find-agenda.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AgendaItemPage } from "#app/ui/sessions/AgendaItemPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaSession } from "#app/views/sessions/agenda-view.server.ts";
import { termChoices } from "#app/views/vocabulary/term-words.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const { session, kinds } = await findAgendaItem(visit.db, visit.actor, sessionId, null);
  const stored = { kind: "discussion", minutes: "15", visibility: "shared", attribution: "" };
  return {
    title: visit.text("agenda.add"),
    sessionId,
    session: agendaSession(session, visit),
    kinds: termChoices(kinds, visit.locale),
    itemId: null,
    stored,
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: agendaItemForm,
  act: (visit, input, store, args) =>
    addAgendaItem(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  made: ({ id }, _visit, _input, args) => paths.agendaItem(param(args, "sessionId"), id),
  then: (_result, _visit, _input, args) => withFlash(paths.agenda(param(args, "sessionId")), "agenda.added"),
});

export const clientAction = sendForm;

export default function NewAgendaItem() {
  return <AgendaItemPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
