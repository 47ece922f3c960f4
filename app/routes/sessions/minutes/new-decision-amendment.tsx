import { useLoaderData } from "@remix-run/react";
import {
  decisionTextValues,
  openAmendableDecision,
  proposeDecisionAmendment,
} from "#app/domain/minutes/amend-decision.server.ts";
import { decisionAmendmentForm } from "#app/domain/minutes/minutes-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { NewAmendmentPage } from "#app/ui/minutes/NewAmendmentPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), decisionId: param(args, "decisionId") };
  const { session, decision } = await openAmendableDecision(visit.db, visit.actor, ids, visit.now);
  const item = visit.text("minutes.decisionNumber", { number: decision.number });
  return {
    title: visit.text("minutes.amendmentTitle", { item }),
    session: recordSession(session, visit),
    lang: languageTag(session.language),
    stored: decisionTextValues(decision),
    ofDecision: true,
  };
});

export const action = deed({
  input: decisionAmendmentForm,
  act: (visit, input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), decisionId: param(args, "decisionId") };
    return proposeDecisionAmendment(store, visit.actor, { ...input, ...ids }, visit.now);
  },
  then: (_result, _visit, _input, args) => withFlash(paths.minutes(param(args, "sessionId")), "minutes.proposed"),
});

export const clientAction = sendForm;

export default function NewDecisionAmendment() {
  return <NewAmendmentPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
