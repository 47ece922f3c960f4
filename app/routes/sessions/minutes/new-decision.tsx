import { useLoaderData } from "@remix-run/react";
import { newDecisionForm } from "#app/domain/minutes/minutes-input.ts";
import { noteDecision } from "#app/domain/minutes/note-decision.server.ts";
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
import { DecisionPage } from "#app/ui/minutes/DecisionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { ledFrom, wayBack } from "#app/views/minutes/led-from.ts";
import { itemChoices } from "#app/views/minutes/minutes-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const { session } = await openRecordFor(visit.db, visit.actor, param(args, "sessionId"), "minutes.write");
  const { items } = await agendaOf(visit.db, visit.actor, session);
  const { itemId, back } = ledFrom(args.request, items);
  return {
    title: visit.text("minutes.addDecision"),
    session: recordSession(session, visit),
    items: itemChoices(items, visit.text),
    decisionId: null,
    back,
    stored: { itemId },
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: newDecisionForm,
  act: (visit, input, store, args) =>
    noteDecision(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  made: ({ id }, _visit, _input, args) => paths.decision(param(args, "sessionId"), id),
  then: (_result, _visit, { back }, args) =>
    withFlash(wayBack(param(args, "sessionId"), back), "minutes.decisionNoted"),
});

export const clientAction = sendForm;

export default function NewDecision() {
  return <DecisionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
