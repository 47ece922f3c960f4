import { useLoaderData } from "@remix-run/react";
import { findNewSessionForm } from "#app/domain/sessions/find-session-form.server.ts";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { scheduleForm } from "#app/domain/sessions/session-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { NewSessionPage } from "#app/ui/sessions/NewSessionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.ts";
import { newSessionForm } from "#app/views/sessions/session-form-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const code = new URL(args.request.url).searchParams.get("delegation") || null;
  const options = await findNewSessionForm(visit.db, visit.actor, param(args, "roundId"), code);
  const form = newSessionForm(options, visit);
  return { title: form.chosen?.title ?? visit.text("sessions.new"), form, language: visit.locale };
});

export const action = deed({
  input: scheduleForm,
  act: (visit, input, store, args) =>
    explainClashes(visit, () =>
      scheduleSession(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
    ),
  then: ({ id }) => withFlash(paths.session(id), "sessions.scheduled"),
});

export const clientAction = sendForm;

export default function NewSession() {
  return <NewSessionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
