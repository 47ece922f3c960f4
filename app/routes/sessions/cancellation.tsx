import { useLoaderData } from "@remix-run/react";
import { authorise } from "#app/domain/access/policy.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { cancellationForm } from "#app/domain/sessions/session-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { CancellationPage } from "#app/ui/sessions/CancellationPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const session = await findSession(visit.db, visit.actor, param(args, "sessionId"), visit.now);
  authorise(visit.actor, "session.cancel", { groupId: session.groupId });
  const { id, title, date, time, zone, round, people, cancelled, over } = sessionView(session, visit);
  const invited = people.filter(({ part }) => part !== "organiser").length;
  const why = cancelled ? "sessions.isCancelled" : over ? "sessions.isOver" : null;
  return {
    title: visit.text("sessions.cancelSession"),
    session: { id, title, date, time, zone, round, invited },
    impossible: why ? visit.text(why) : null,
  };
});

export const action = deed({
  input: cancellationForm,
  act: (visit, { reason }, store, args) =>
    cancelSession(store, visit.actor, { sessionId: param(args, "sessionId"), reason }, visit.now),
  then: ({ id }) => withFlash(paths.session(id), "sessions.cancelled"),
});

export const clientAction = sendForm;

export default function Cancellation() {
  return <CancellationPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
