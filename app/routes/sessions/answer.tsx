import { useLoaderData } from "@remix-run/react";
import { Forbidden } from "#app/domain/errors.ts";
import { answerForm } from "#app/domain/sessions/answers/answer-input.ts";
import { answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { findSessionAnswers } from "#app/domain/sessions/answers/find-session-answers.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AnswerPage } from "#app/ui/sessions/AnswerPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { answersView, whyNotAnswered } from "#app/views/sessions/answers-view.server.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const { db, actor, now } = visit;
  const found = await findSession(db, actor, param(args, "sessionId"), now);
  const answers = await findSessionAnswers(db, actor, found, now);
  if (answers.own === null) throw new Forbidden("answer.give");
  const { own, time, may } = answersView(answers, found, visit);
  const { id, title, date, time: hours, zone, round } = sessionView(found, visit);
  return {
    title: visit.text("answers.title"),
    session: { id, title, date, time: hours, zone, round },
    answers: { own, time, may },
    impossible: whyNotAnswered(found, visit),
  };
});

export const action = deed({
  input: answerForm,
  act: (visit, input, store, args) =>
    answerInvitation(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  then: ({ id }) => withFlash(paths.session(id), "answers.answered"),
});

export const clientAction = sendForm;

export default function Answer() {
  return <AnswerPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
