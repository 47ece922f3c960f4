import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ClashList } from "#app/ui/planning/ClashList.tsx";
import { SessionTable } from "#app/ui/rounds/SessionTable.tsx";
import { Timetable } from "#app/ui/rounds/Timetable.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { DelegationTable } from "#app/ui/sessions/DelegationTable.tsx";
import { ShownReplies } from "#app/ui/sessions/ShownReplies.tsx";
import type { ClashView } from "#app/views/planning/clash-view.server.ts";
import type { RoundView } from "#app/views/rounds/round-view.server.ts";
import type { ShownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

export interface RoundPageProps {
  round: RoundView;
  /** Mails that whoever organises has to look at. */
  replies: readonly ShownReplyView[];
  /** Sessions at which somebody cannot; none for whoever does not plan. */
  clashes: readonly ClashView[];
  /** Whether the viewer has said when they cannot; null for whoever plans, and when it is too late. */
  availability: "open" | "asked" | "answered" | null;
}

/** A round: its facts, what is missing, and the timetable day by day. */
export function RoundPage({ round, replies, clashes, availability }: RoundPageProps) {
  const t = useText();
  const sessions = round.days.flatMap((day) => day.sessions);
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(round.title)} />
      <PageHeader
        title={round.title}
        meta={
          <>
            <FactLine>
              {round.dates}
              {textOf(t, `codes.format.${round.format}`)}
              {round.venue}
              {t("rounds.timesIn", { zone: round.zone })}
            </FactLine>
            <RoundLinks round={round} availability={availability} />
          </>
        }
        actions={<RoundActions round={round} />}
      />
      {round.planned > 0 && round.may.schedule ? (
        <Notice title={t("rounds.planned", { count: round.planned })} className="mb-4">
          {t("rounds.plannedText")} <a href={paths.plan(round.id)}>{t("rounds.goOnPlanning")}</a>
        </Notice>
      ) : null}
      {availability === "asked" ? (
        <Notice tone="warn" title={t("availability.ownAsked")} className="mb-4">
          {t("availability.ownAskedText")} <a href={paths.availability(round.id)}>{t("availability.ownAnswer")}</a>
        </Notice>
      ) : null}
      <ShownReplies replies={replies} several />
      <ClashList clashes={clashes} />
      {round.uncovered.length > 0 ? (
        <Section
          id="uncovered"
          title={t("rounds.uncovered")}
          note={t("rounds.uncoveredNote", { count: round.uncovered.length })}
        >
          <DelegationTable
            caption={t("rounds.uncovered")}
            roundId={round.id}
            delegations={round.uncovered}
            schedule={round.may.schedule ? t("sessions.schedule") : undefined}
          />
          {round.may.schedule && round.uncovered.length > 1 ? (
            <div className="actions">
              <LinkButton href={paths.severalSessions(round.id)}>{t("sessions.several")}</LinkButton>
            </div>
          ) : null}
        </Section>
      ) : null}
      {sessions.length > 1 ? <Timetable round={round} /> : null}
      <Section id="sessions" title={t("rounds.sessionList")} note={t("home.sessionCount", { count: sessions.length })}>
        {sessions.length > 0 ? (
          <SessionTable caption={t("rounds.sessionList")} sessions={sessions} clashing={clashes.map(({ id }) => id)} />
        ) : (
          <NoSessions round={round} />
        )}
      </Section>
    </>
  );
}

/** Plans come first while there is no session; from then on one more session does. */
function RoundActions({ round }: { round: RoundView }) {
  const t = useText();
  if (!round.may.schedule) return null;
  const isPlanned = round.planned > 0 && round.days.every(({ sessions }) => sessions.length === 0);
  const isFirst = (action: "plan" | "schedule") => ((action === "plan") === isPlanned ? "primary" : "plain");
  return (
    <>
      <LinkButton variant={isFirst("schedule")} icon="plus" href={paths.newSession(round.id)}>
        {t("sessions.new")}
      </LinkButton>
      {round.may.plan ? (
        <LinkButton variant={isFirst("plan")} icon="calendar" href={paths.plan(round.id)}>
          {t("plan.open")}
        </LinkButton>
      ) : null}
    </>
  );
}

/** What is done with a round now and then. */
function RoundLinks({ round: { id, may }, availability }: Pick<RoundPageProps, "round" | "availability">) {
  const t = useText();
  return (
    <FactLine className="no-print">
      {availability ? <a href={paths.availability(id)}>{t("availability.own")}</a> : null}
      <a href={paths.roundMinutes(id)}>{t("documents.compiled")}</a>
      <a href={paths.roundQuestions(id)}>{t("questions.ofRound")}</a>
      {may.plan ? <a href={paths.roundEdit(id)}>{t("common.edit")}</a> : null}
      {may.plan ? <a href={paths.roundCopy(id)}>{t("rounds.copy")}</a> : null}
      {may.remove ? <a href={paths.roundRemoval(id)}>{t("rounds.remove")}</a> : null}
    </FactLine>
  );
}

function NoSessions({ round }: { round: RoundView }) {
  const t = useText();
  if (round.isPast) return <Empty title={t("rounds.noSessionsPast")} />;
  if (!round.may.plan) return <Empty title={t("rounds.noneForYou")}>{t("rounds.noneForYouText")}</Empty>;
  const next = {
    plenary: t("rounds.noSessionsPlenary"),
    nobody: t("rounds.noDelegationsText"),
    some: t("rounds.noSessionsText"),
  };
  const { delegations } = round;
  return (
    <Empty title={t("rounds.noSessions")}>
      {next[delegations === null ? "plenary" : delegations === 0 ? "nobody" : "some"]}
    </Empty>
  );
}
