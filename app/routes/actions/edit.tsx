import { useLoaderData } from "@remix-run/react";
import { findOwnerChoices } from "#app/domain/minutes/action-owner.server.ts";
import { actionValues, editAction } from "#app/domain/minutes/agree-action.server.ts";
import { findActionPoint } from "#app/domain/minutes/find-action-points.server.ts";
import { actionChangeForm } from "#app/domain/minutes/minutes-input.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { ActionPage } from "#app/ui/minutes/ActionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { ownerOptions } from "#app/views/minutes/action-view.server.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { itemChoices } from "#app/views/minutes/minutes-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const point = await findActionPoint(visit.db, visit.actor, param(args, "actionId"));
  const { session } = await openRecordFor(visit.db, visit.actor, point.sessionId, "minutes.write");
  const { items } = await agendaOf(visit.db, visit.actor, session);
  return {
    title: visit.text("actions.edit"),
    session: recordSession(session, visit),
    owners: ownerOptions(await findOwnerChoices(visit.db, session), visit),
    items: itemChoices(items, visit.text),
    isNew: false,
    stored: actionValues(point),
  };
});

export const action = deed({
  input: actionChangeForm,
  act: (visit, input, store, args) =>
    editAction(store, visit.actor, { ...input, actionId: param(args, "actionId") }, visit.now),
  then: ({ sessionId }) => `${withFlash(paths.minutes(sessionId), "actions.saved")}#actions`,
});

export const clientAction = sendForm;

export default function EditAction() {
  return <ActionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
