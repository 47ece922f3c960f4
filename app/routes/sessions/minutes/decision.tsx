import { useLoaderData } from "@remix-run/react";
import { decisionChangeForm } from "#app/domain/minutes/minutes-input.ts";
import { decisionValues, editDecision, findDecisionForm } from "#app/domain/minutes/note-decision.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { DecisionPage } from "#app/ui/minutes/DecisionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { itemChoices } from "#app/views/minutes/minutes-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), decisionId: param(args, "decisionId") };
  const { session, decision } = await findDecisionForm(visit.db, visit.actor, ids);
  const { items } = await agendaOf(visit.db, visit.actor, session);
  return {
    title: visit.text("minutes.editDecision"),
    session: recordSession(session, visit),
    items: itemChoices(items, visit.text),
    decisionId: decision.id,
    stored: decisionValues(decision),
  };
});

export const action = deed({
  input: decisionChangeForm,
  act: (visit, input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), decisionId: param(args, "decisionId") };
    return editDecision(store, visit.actor, { ...input, ...ids }, visit.now);
  },
  then: (_result, _visit, _input, args) => withFlash(paths.minutes(param(args, "sessionId")), "minutes.decisionSaved"),
});

export const clientAction = sendForm;

export default function Decision() {
  return <DecisionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
