import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { NoGroup } from "#app/ui/home/NoGroup.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { RoundInList } from "#app/views/rounds/round-view.server.ts";

export interface RoundsPageProps {
  title: string;
  /** Null: the viewer is in no working group. */
  rounds: { upcoming: RoundInList[]; past: RoundInList[] } | null;
  mayPlan: boolean;
}

/** The rounds of the working group. */
export function RoundsPage({ title, rounds, mayPlan }: RoundsPageProps) {
  const t = useText();
  const shell = useShell();
  const plan = mayPlan ? (
    <>
      <LinkButton variant="primary" icon="plus" href={ofGroup(shell, paths.newRound())}>
        {t("rounds.plan")}
      </LinkButton>
      <LinkButton href={ofGroup(shell, paths.templates())}>{t("templates.title")}</LinkButton>
    </>
  ) : undefined;
  if (!rounds) {
    return (
      <>
        <PageHeader title={title} />
        <NoGroup />
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} standfirst={t("rounds.standfirst")} actions={plan} />
      <Section id="upcoming" title={t("rounds.upcoming")}>
        {rounds.upcoming.length > 0 ? (
          <Rounds caption={t("rounds.upcoming")} rounds={rounds.upcoming} />
        ) : (
          <Empty title={t("rounds.noneUpcoming")}>
            {mayPlan ? t("rounds.noneUpcomingPlan") : t("rounds.noneUpcomingWait")}
          </Empty>
        )}
      </Section>
      <Section id="past" title={t("rounds.past")}>
        {rounds.past.length > 0 ? (
          <Rounds caption={t("rounds.past")} rounds={rounds.past} />
        ) : (
          <Empty title={t("rounds.nonePast")}>{t("rounds.nonePastText")}</Empty>
        )}
      </Section>
    </>
  );
}

function Rounds({ caption, rounds }: { caption: string; rounds: RoundInList[] }) {
  const t = useText();
  return (
    <Table
      caption={caption}
      captionHidden
      fold
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          head: t("rounds.round"),
          rowHead: true,
          cell: ({ id, title }) => <a href={paths.round(id)}>{title}</a>,
        },
        { key: "dates", head: t("rounds.dates"), foldLabel: t("rounds.dates"), cell: ({ dates }) => dates },
        {
          key: "format",
          head: t("rounds.format"),
          foldLabel: t("rounds.format"),
          cell: ({ format, venue }) => [venue, textOf(t, `codes.format.${format}`)].filter(Boolean).join(", "),
        },
        {
          key: "sessions",
          head: t("rounds.sessions"),
          foldLabel: t("rounds.sessions"),
          kind: "figures",
          cell: ({ sessions }) => sessions,
        },
      ]}
    />
  );
}
