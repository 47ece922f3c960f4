import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findRemindable, remindUnanswered } from "#app/domain/sessions/answers/remind-unanswered.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { ReminderPage } from "#app/ui/sessions/ReminderPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { whyNotAnswered } from "#app/views/sessions/answers-view.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, now, text } = visit;
  const { session, people, unanswered } = await findRemindable(db, actor, param(args, "sessionId"), now);
  const nobody = unanswered === 0 ? text("answers.nobodyToRemind") : text("answers.allReminded");
  return {
    title: text("answers.remind"),
    session: { id: session.id, title: sessionTitle(session, visit) },
    count: people.length,
    impossible: whyNotAnswered(session, visit) ?? (people.length === 0 ? nobody : null),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    remindUnanswered(store, visit.actor, { sessionId: param(args, "sessionId") }, visit.now),
  then: ({ id }) => withFlash(paths.session(id), "answers.reminded"),
});

export const clientAction = sendForm;

export default function Reminder() {
  return <ReminderPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
