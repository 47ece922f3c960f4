import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";

export interface RoundQuestionsPageProps {
  title: string;
  round: { id: string; title: string };
  questions: (ShownLabel & { id: string; sessions: number; internal: boolean })[];
}

/** The questions that were asked in a round, each with the way to its answers. */
export function RoundQuestionsPage({ title, round, questions }: RoundQuestionsPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { round })} />
      <PageHeader title={title} over={round.title} standfirst={t("questions.roundStandfirst")} />
      {questions.length > 0 ? (
        <Table
          caption={title}
          captionHidden
          fold
          rows={questions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              head: t("questions.question"),
              rowHead: true,
              cell: ({ id, text, lang, internal }) => (
                <>
                  <a href={paths.question(id, { round: round.id })} lang={lang}>
                    {text}
                  </a>{" "}
                  {internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
                </>
              ),
            },
            {
              key: "sessions",
              head: t("questions.sessions"),
              foldLabel: t("questions.sessions"),
              kind: "figures",
              cell: ({ sessions }) => sessions,
            },
          ]}
        />
      ) : (
        <Empty title={t("questions.noneInRound")}>{t("questions.noneInRoundText")}</Empty>
      )}
    </>
  );
}
