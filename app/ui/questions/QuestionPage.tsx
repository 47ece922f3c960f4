import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { Answer, Missing } from "#app/ui/questions/Answer.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { QuestionView } from "#app/views/minutes/question-view.server.ts";

export interface QuestionPageProps {
  title: string;
  question: QuestionView;
  values: { round: string; delegation: string };
}

/** The answers of all delegations to one question, round by round, with what is missing. */
export function QuestionPage({ title, question, values }: QuestionPageProps) {
  const t = useText();
  const { id, rounds, choices, template } = question;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(t("questions.title"))} />
      <PageHeader
        over={t("questions.title")}
        title={<span lang={question.title.lang}>{title}</span>}
        standfirst={t("questions.standfirst")}
        meta={
          template ? (
            <FactLine>
              <span>
                {t("questions.inTemplate")} <a href={paths.template(template.id)}>{template.name}</a>
              </span>
            </FactLine>
          ) : null
        }
        actions={
          rounds.length > 0 ? (
            <>
              <LinkButton icon="download" href={paths.questionDocx(id, values)} download>
                {t("documents.word")}
              </LinkButton>
              <LinkButton icon="download" href={paths.questionCsv(id, values)} download>
                {t("questions.table")}
              </LinkButton>
              <LinkButton variant="quiet" href={paths.questionDocx(id, { ...values, as: "mine" })} download>
                {t("questions.mine")}
              </LinkButton>
            </>
          ) : null
        }
      />
      {choices.rounds.length > 0 ? (
        <Section id="filter" title={t("questions.filter")}>
          <form method="get" action={paths.question(id)} className="stack" key={JSON.stringify(values)}>
            <SelectField
              name="round"
              label={t("rounds.round")}
              placeholder={t("questions.allRounds")}
              options={choices.rounds}
              defaultValue={values.round}
            />
            <SelectField
              name="delegation"
              label={t("questions.delegation")}
              placeholder={t("questions.allDelegations")}
              options={choices.delegations}
              defaultValue={values.delegation}
            />
            <div className="actions">
              <Button>{t("actions.show")}</Button>
            </div>
          </form>
        </Section>
      ) : null}
      {rounds.map((round) => (
        <Section
          key={round.id}
          id={`round-${round.id}`}
          title={<a href={paths.round(round.id)}>{round.title}</a>}
          note={round.dates}
        >
          <ul className="rows">
            {round.answers.map((answer) => (
              <Answer key={answer.key} answer={answer} />
            ))}
            {round.uncovered.map((name) => (
              <Missing key={name} name={name} gap="no-session" />
            ))}
          </ul>
        </Section>
      ))}
      {rounds.length === 0 ? <Empty title={t("questions.none")}>{t("questions.noneText")}</Empty> : null}
    </>
  );
}
