import { useLoaderData } from "@remix-run/react";
import { findNewSessionForm } from "#app/domain/sessions/find-session-form.server.ts";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { scheduleForm } from "#app/domain/sessions/session-input.ts";
import { findNextDelegation } from "#app/domain/timetable/find-several-form.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { NewSessionPage } from "#app/ui/sessions/NewSessionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.server.ts";
import { newSessionForm } from "#app/views/sessions/session-form-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const asked = new URL(args.request.url).searchParams;
  const given = { code: asked.get("delegation") || null, like: asked.get("like") || null };
  const options = await findNewSessionForm(visit.db, visit.actor, param(args, "roundId"), given, visit.now);
  const form = newSessionForm(options, visit);
  return { title: form.chosen?.title ?? visit.text("sessions.new"), form };
});

export const loader = openedOnce(load);

export const action = deed({
  input: scheduleForm,
  act: (visit, input, store, args) =>
    explainClashes(visit, () =>
      scheduleSession(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
    ),
  made: ({ id }) => paths.session(id),
  then: async ({ id }, visit, { then }, args) => {
    if (then !== "next") return withFlash(paths.session(id), "sessions.scheduled");
    const roundId = param(args, "roundId");
    const next = await findNextDelegation(visit.db, visit.actor, roundId);
    return next === null
      ? withFlash(paths.round(roundId), "sessions.scheduledLast")
      : withFlash(paths.newSession(roundId, next, id), "sessions.scheduledNext");
  },
});

export const clientAction = sendForm;

export default function NewSession() {
  return <NewSessionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
