import { useLoaderData } from "@remix-run/react";
import { scheduleSeveral } from "#app/domain/sessions/schedule-several.server.ts";
import { severalForm } from "#app/domain/sessions/session-input.ts";
import { findSeveralForm } from "#app/domain/timetable/find-several-form.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { SeveralSessionsPage } from "#app/ui/sessions/SeveralSessionsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.server.ts";
import { severalFormView } from "#app/views/sessions/several-form-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const options = await findSeveralForm(visit.db, visit.actor, param(args, "roundId"), visit.now);
  return { title: visit.text("sessions.several"), form: severalFormView(options, visit) };
});

export const loader = openedOnce(load);

export const action = deed({
  input: severalForm,
  act: (visit, input, store, args) =>
    explainClashes(visit, () =>
      scheduleSeveral(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
    ),
  made: (_result, _visit, _input, args) => paths.round(param(args, "roundId")),
  then: (_result, _visit, _input, args) => withFlash(paths.round(param(args, "roundId")), "sessions.scheduledSeveral"),
});

export const clientAction = sendForm;

export default function SeveralSessions() {
  return <SeveralSessionsPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
