import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { AnswerFields, answerNames } from "#app/ui/sessions/AnswerFields.tsx";
import { type AnsweredSession, AnswerHead } from "#app/ui/sessions/AnswerPage.tsx";
import { AnswerState } from "#app/ui/sessions/AnswersTable.tsx";
import type { AnswerView } from "#app/views/sessions/answers-view.server.ts";

export interface AnswerForPageProps {
  title: string;
  session: AnsweredSession;
  person: string;
  time: string;
  /** All that this person answered, the newest first. */
  before: readonly AnswerView[];
  impossible: string | null;
  answer?: FormAnswer;
}

/** Enters what somebody invited answered in another way. */
export function AnswerForPage({ title, session, person, time, before, impossible, answer }: AnswerForPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer);
  const legend = t("answers.questionFor");
  return (
    <>
      <AnswerHead title={title} session={session} />
      {impossible ? (
        <Notice tone="warn" title={impossible} />
      ) : (
        <DeedForm answer={answer} names={answerNames(t, legend)}>
          <p>{t("answers.forPersonText", { name: person })}</p>
          <AnswerFields field={field} legend={legend} time={time} />
          <div className="cluster">
            <Button variant="primary">{t("common.save")}</Button>
            <a href={paths.session(session.id)}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      )}
      {before.length > 0 ? (
        <Section id="history" title={t("answers.history")}>
          <Table
            caption={t("answers.history")}
            captionHidden
            fold
            rows={before}
            rowKey={({ how, answer: said }) => `${how} ${said}`}
            columns={[
              { key: "answer", head: t("answers.answer"), rowHead: true, cell: (one) => <AnswerState answer={one} /> },
              { key: "when", head: t("answers.when"), cell: ({ how }) => how },
              { key: "comment", head: t("answers.comment"), cell: ({ comment }) => comment },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
