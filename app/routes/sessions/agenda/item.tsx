import { useLoaderData } from "@remix-run/react";
import { agendaItemChangeForm } from "#app/domain/sessions/agenda-input.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { findAgendaItem } from "#app/domain/sessions/find-agenda.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AgendaItemPage } from "#app/ui/sessions/AgendaItemPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaSession } from "#app/views/sessions/agenda-view.server.ts";
import { termChoices } from "#app/views/vocabulary/term-words.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const itemId = param(args, "itemId");
  const { session, kinds, item } = await findAgendaItem(visit.db, visit.actor, sessionId, itemId);
  return {
    title: visit.text("agenda.edit"),
    sessionId,
    session: agendaSession(session, visit),
    kinds: termChoices(kinds, visit.locale, item ? [item.stored.kind] : []),
    itemId,
    stored: item?.stored ?? {},
  };
});

export const action = deed({
  input: agendaItemChangeForm,
  act: (visit, input, store, args) => {
    const [sessionId, itemId] = [param(args, "sessionId"), param(args, "itemId")];
    return editAgendaItem(store, visit.actor, { ...input, sessionId, itemId }, visit.now);
  },
  then: (_result, _visit, _input, args) => withFlash(paths.agenda(param(args, "sessionId")), "agenda.saved"),
});

export const clientAction = sendForm;

export default function AgendaItem() {
  return <AgendaItemPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
