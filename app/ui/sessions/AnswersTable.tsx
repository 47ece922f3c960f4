import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { AnswersView, AnswerView, SeatAnswerView } from "#app/views/sessions/answers-view.server.ts";

/** What everybody invited answered, those first who have not. */
export function AnswersTable({ sessionId, answers }: { sessionId: string; answers: AnswersView }) {
  const t = useText();
  const enter = {
    key: "enter",
    head: t("answers.enter"),
    headHidden: true,
    kind: "buttons" as const,
    cell: ({ accountId, name }: SeatAnswerView) => (
      <LinkButton small href={paths.answerForPerson(sessionId, accountId)} about={name}>
        {t("answers.enter")}
      </LinkButton>
    ),
  };
  return (
    <Table
      caption={t("answers.all")}
      captionHidden
      fold
      rows={answers.everybody ?? []}
      rowKey={({ accountId }) => accountId}
      columns={[
        { key: "name", head: t("answers.person"), rowHead: true, cell: ({ name }) => name },
        {
          key: "answer",
          head: t("answers.answer"),
          cell: ({ answer }) => (
            <span className="person">
              <AnswerState answer={answer} />
              {answer?.comment ? <small>{answer.comment}</small> : null}
            </span>
          ),
        },
        {
          key: "when",
          head: t("answers.when"),
          foldLabel: t("answers.when"),
          cell: ({ answer }) => answer?.how ?? "",
        },
        ...(answers.may.answerFor ? [enter] : []),
      ]}
    />
  );
}

const signs = {
  accepted: { icon: "check", tone: "good" },
  tentative: { icon: "info", tone: "warn" },
  declined: { icon: "stop", tone: "bad" },
} as const;

/** What was answered, in a sign and words. */
export function AnswerState({ answer }: { answer: AnswerView | null }) {
  const t = useText();
  if (!answer) return <span className="soft">{t("answers.none")}</span>;
  const said = t(`answers.state.${answer.answer}`);
  if (answer.earlier !== null) return <span className="soft">{t("answers.toEarlier", { answer: said })}</span>;
  return <Badge {...signs[answer.answer]}>{said}</Badge>;
}
