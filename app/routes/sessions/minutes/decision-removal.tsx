import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findDecisionForm, removeDecision } from "#app/domain/minutes/note-decision.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), decisionId: param(args, "decisionId") };
  const { session, decision } = await findDecisionForm(visit.db, visit.actor, ids);
  return { title: visit.text("minutes.removeDecision"), session: recordSession(session, visit), decision };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), decisionId: param(args, "decisionId") };
    return removeDecision(store, visit.actor, ids, visit.now);
  },
  then: (_result, _visit, _input, args) =>
    withFlash(paths.minutes(param(args, "sessionId")), "minutes.decisionRemoved"),
});

export const clientAction = sendForm;

export default function DecisionRemoval() {
  const { title, session, decision } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRecordBreadcrumbs(title, session, true)}
      what={decision.text}
      submit={t("minutes.removeDecision")}
      back={paths.minutes(session.id)}
      answer={useActionData<typeof action>()}
      names={{}}
    >
      <p>{t("minutes.removeDecisionText")}</p>
    </ConfirmPage>
  );
}
