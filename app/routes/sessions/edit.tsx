import { useLoaderData } from "@remix-run/react";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionForm } from "#app/domain/sessions/find-session-form.server.ts";
import { changeForm } from "#app/domain/sessions/session-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { EditSessionPage } from "#app/ui/sessions/EditSessionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.server.ts";
import { editSessionForm } from "#app/views/sessions/session-form-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const form = editSessionForm(await findSessionForm(visit.db, visit.actor, sessionId, visit.now), visit);
  return { title: form.title, sessionId, form };
});

export const action = deed({
  input: changeForm,
  act: (visit, input, store, args) =>
    explainClashes(visit, () =>
      changeSession(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
    ),
  then: ({ id, moved, notified }) =>
    withFlash(paths.session(id), moved ? "sessions.moved" : notified > 0 ? "sessions.changed" : "sessions.saved"),
});

export const clientAction = sendForm;

export default function EditSession() {
  return <EditSessionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
