import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/domain/sessions/answers/answer-input.ts";
import { answerForPerson } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { findAnswersToReplace } from "#app/domain/sessions/answers/find-session-answers.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AnswerForPage } from "#app/ui/sessions/AnswerForPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { answerForView } from "#app/views/sessions/answers-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const seat = { sessionId: param(args, "sessionId"), accountId: param(args, "accountId") };
  return answerForView(await findAnswersToReplace(visit.db, visit.actor, seat), visit);
});

export const action = deed({
  input: answerForm,
  act: (visit, input, store, args) => {
    const seat = { sessionId: param(args, "sessionId"), accountId: param(args, "accountId") };
    return answerForPerson(store, visit.actor, { ...input, ...seat }, visit.now);
  },
  then: ({ id }) => withFlash(`${paths.session(id)}#answers`, "answers.entered"),
});

export const clientAction = sendForm;

export default function AnswerFor() {
  return <AnswerForPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
