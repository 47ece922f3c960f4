import { useLoaderData } from "@remix-run/react";
import { findOwnerChoices } from "#app/domain/minutes/action-owner.server.ts";
import { agreeAction } from "#app/domain/minutes/agree-action.server.ts";
import { newActionForm } from "#app/domain/minutes/minutes-input.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { ActionPage } from "#app/ui/minutes/ActionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { ownerOptions } from "#app/views/minutes/action-view.server.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { ledFrom, wayBack } from "#app/views/minutes/led-from.ts";
import { itemChoices } from "#app/views/minutes/minutes-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const { session } = await openRecordFor(visit.db, visit.actor, param(args, "sessionId"), "minutes.write");
  const { items } = await agendaOf(visit.db, visit.actor, session);
  const { itemId, back } = ledFrom(args.request, items);
  return {
    title: visit.text("actions.new"),
    session: recordSession(session, visit),
    owners: ownerOptions(await findOwnerChoices(visit.db, session), visit),
    items: itemChoices(items, visit.text),
    isNew: true,
    back,
    stored: { itemId },
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: newActionForm,
  act: (visit, input, store, args) =>
    agreeAction(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  made: ({ id }) => paths.action(id),
  then: (_result, _visit, { back }, args) => {
    const to = withFlash(wayBack(param(args, "sessionId"), back), "actions.agreed");
    return back ? to : `${to}#actions`;
  },
});

export const clientAction = sendForm;

export default function NewAction() {
  return <ActionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
