import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { AvailabilityOverviewView } from "#app/views/planning/availability-view.server.ts";

export interface AvailabilityOverviewPageProps {
  title: string;
  overview: AvailabilityOverviewView;
  answer?: FormAnswer;
}

/** Who of a plan has said when they cannot, and one button that asks the others. */
export function AvailabilityOverviewPage({ title, overview, answer }: AvailabilityOverviewPageProps) {
  const t = useText();
  const { round, people, answered, toAsk } = overview;
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} over={round.title} standfirst={t("availability.overviewStandfirst")} />
      <Section
        id="people"
        title={t("availability.state")}
        note={t("availability.answeredCount", { answered, count: people.length })}
      >
        {people.length === 0 ? (
          <Empty title={t("availability.nobody")}>{t("availability.nobodyText")}</Empty>
        ) : (
          <>
            <Ask answer={answer} toAsk={toAsk} allAnswered={answered === people.length} />
            <PeopleTable roundId={round.id} people={people} />
          </>
        )}
      </Section>
    </>
  );
}

function Ask({ answer, toAsk, allAnswered }: { answer?: FormAnswer; toAsk: number; allAnswered: boolean }) {
  const t = useText();
  if (toAsk === 0) {
    return <p className="soft mb-4">{t(allAnswered ? "availability.allAnswered" : "availability.waiting")}</p>;
  }
  return (
    <DeedForm answer={answer} names={{}} className="stack mb-4">
      <div className="cluster">
        <Button variant="primary">{t("availability.ask", { count: toAsk })}</Button>
        <span className="hint">{t("availability.askNote")}</span>
      </div>
    </DeedForm>
  );
}

function PeopleTable({ roundId, people }: { roundId: string; people: AvailabilityOverviewView["people"] }) {
  const t = useText();
  return (
    <Table
      caption={t("availability.overview")}
      captionHidden
      fold
      rows={people}
      rowKey={({ accountId }) => accountId}
      columns={[
        { key: "person", head: t("availability.person"), rowHead: true, cell: ({ name }) => name },
        {
          key: "state",
          head: t("availability.state"),
          cell: ({ state, answered }) =>
            answered ? (
              state
            ) : (
              <Badge icon="clock" tone="warn">
                {state}
              </Badge>
            ),
        },
        {
          key: "cannot",
          head: t("availability.cannot"),
          foldLabel: t("availability.cannot"),
          cell: ({ answered, busySlots }) => (answered ? t("availability.cannotCount", { count: busySlots }) : null),
        },
        {
          key: "act",
          head: t("availability.answerFor"),
          headHidden: true,
          kind: "buttons",
          cell: ({ accountId, name }) => (
            <LinkButton small href={paths.planAvailabilityOf(roundId, accountId)} about={name}>
              {t("availability.answerFor")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
