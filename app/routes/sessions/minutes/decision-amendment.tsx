import { useLoaderData } from "@remix-run/react";
import { decideDecisionAmendment, findDecisionAmendmentToDecide } from "#app/domain/minutes/amend-decision.server.ts";
import { amendmentDecisionForm } from "#app/domain/minutes/minutes-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AmendmentPage } from "#app/ui/minutes/AmendmentPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { proposedChanges } from "#app/views/minutes/proposed-changes.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), amendmentId: param(args, "amendmentId") };
  const { session, amendment, merged, clashes } = await findDecisionAmendmentToDecide(visit.db, visit.actor, ids);
  const { by, at, note, decision, reason, of, text: body, baseText: base } = amendment;
  return {
    title: visit.text("minutes.decideTitle", { item: visit.text("minutes.decisionNumber", { number: of.number }) }),
    session: recordSession(session, visit),
    lang: languageTag(session.language),
    by: visit.text("minutes.amendmentBy", { name: by, day: visit.formats.dateTime(at) }),
    ...{ note, decision, reason, body, merged, clashes },
    changes: proposedChanges({ base, current: of.text, body, merged, decision }),
  };
});

export const action = deed({
  input: amendmentDecisionForm,
  act: (visit, input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), amendmentId: param(args, "amendmentId") };
    return decideDecisionAmendment(store, visit.actor, { ...input, ...ids }, visit.now);
  },
  then: ({ id }) => withFlash(paths.minutes(id), "minutes.decided"),
});

export const clientAction = sendForm;

export default function DecisionAmendmentDecision() {
  return <AmendmentPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
