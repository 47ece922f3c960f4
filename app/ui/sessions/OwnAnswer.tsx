import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { AnswerFields, answerNames } from "#app/ui/sessions/AnswerFields.tsx";
import type { AnswersView, AnswerView } from "#app/views/sessions/answers-view.server.ts";

export interface OwnAnswerProps {
  sessionId: string;
  answers: Pick<AnswersView, "own" | "time" | "may">;
  answer?: FormAnswer;
}

/** What the viewer answered to their invitation, and the form that answers it. */
export function OwnAnswer({ sessionId, answers, answer }: OwnAnswerProps) {
  const t = useText();
  const { own, time, may } = answers;
  const stands = own !== null && own.earlier === null;
  const { field } = fieldsOf(answer, { answer: stands ? own.answer : "", comment: stands ? own.comment : "" });
  const legend = t("answers.question");
  return (
    <>
      <OwnState own={own} isAsked={may.answer} />
      {may.answer ? (
        <DeedForm answer={answer} action={paths.sessionAnswer(sessionId)} names={answerNames(t, legend)}>
          <AnswerFields field={field} legend={legend} time={time} />
          <div className="actions">
            <Button variant={stands ? "plain" : "primary"}>{t(stands ? "answers.change" : "answers.send")}</Button>
          </div>
        </DeedForm>
      ) : null}
    </>
  );
}

/** Whether an answer is needed, or which one stands. */
export function OwnState({ own, isAsked }: { own: AnswerView | null; isAsked: boolean }) {
  const t = useText();
  const said = own ? t(`answers.choice.${own.answer}`) : "";
  if (own && own.earlier === null) {
    const sentence = own.by
      ? t("answers.givenFor", { by: own.by, answer: said })
      : t("answers.given", { answer: said });
    return (
      <Notice tone="good" title={sentence} className="mb-4">
        {own.how}
      </Notice>
    );
  }
  if (!isAsked) return own ? null : <p className="soft">{t("answers.none")}</p>;
  return (
    <Notice tone="warn" title={t(own ? "answers.neededAgain" : "answers.needed")} className="mb-4">
      {own ? t("answers.earlier", { when: own.earlier ?? "", answer: said }) : t("answers.neededText")}
    </Notice>
  );
}
