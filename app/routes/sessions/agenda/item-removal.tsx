import { useActionData, useLoaderData } from "@remix-run/react";
import { removalForm } from "#app/domain/sessions/agenda-input.ts";
import { findAgendaItem } from "#app/domain/sessions/find-agenda.server.ts";
import { removeAgendaItem, restoreAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { AgendaRemovalPage } from "#app/ui/sessions/AgendaRemovalPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaSession } from "#app/views/sessions/agenda-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const [sessionId, itemId] = [param(args, "sessionId"), param(args, "itemId")];
  const { session, item } = await findAgendaItem(visit.db, visit.actor, sessionId, itemId);
  return {
    title: visit.text("agenda.removal"),
    sessionId,
    session: agendaSession(session, visit),
    item: { title: item?.stored.title ?? "" },
  };
});

export const action = deed({
  input: removalForm,
  act: (visit, { undo }, store, args) => {
    const [sessionId, itemId] = [param(args, "sessionId"), param(args, "itemId")];
    const act = undo ? restoreAgendaItem : removeAgendaItem;
    return act(store, visit.actor, { sessionId, itemId }, visit.now);
  },
  then: (_result, _visit, { undo }, args) =>
    withFlash(paths.agenda(param(args, "sessionId")), undo ? "agenda.restored" : "agenda.removed"),
});

export const clientAction = sendForm;

export default function AgendaItemRemoval() {
  return <AgendaRemovalPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
