import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { AskedRounds } from "#app/ui/home/AskedRounds.tsx";
import { AwaitedContributions, AwaitedRequests } from "#app/ui/home/AwaitedContributions.tsx";
import { NextSession } from "#app/ui/home/NextSession.tsx";
import { OpenMinutes } from "#app/ui/home/OpenMinutes.tsx";
import { OtherSessions } from "#app/ui/home/OtherSessions.tsx";
import { OwnActions } from "#app/ui/home/OwnActions.tsx";
import { PeopleNews } from "#app/ui/home/PeopleNews.tsx";
import { ReviewSection, SnapshotSection } from "#app/ui/home/ReviewSection.tsx";
import { SetUpSteps } from "#app/ui/home/SetUpSteps.tsx";
import { UnansweredSessions } from "#app/ui/home/UnansweredSessions.tsx";
import { WaitNotice } from "#app/ui/live/WaitNotice.tsx";
import { PasswordHelpNotice } from "#app/ui/people/PasswordHelpNotice.tsx";
import { ClashList } from "#app/ui/planning/ClashList.tsx";
import { DelegationTable } from "#app/ui/sessions/DelegationTable.tsx";
import type { WhatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import type { ChangeInList } from "#app/views/people/change-in-list.ts";
import type { HelpInList } from "#app/views/people/help-text.ts";
import type { SetUpStep } from "#app/views/programme/set-up-steps.ts";

export interface HomePageProps {
  /** Milliseconds since 1970. */
  now: number;
  title: string;
  today: string;
  groupId: string | null;
  /** Null: in no working group. */
  awaits: WhatAwaitsView | null;
  /** Links that others made for the viewer's password. */
  helps: HelpInList[];
  /** Null: in no working group. */
  people: { isAlone: boolean; changes: ChangeInList[] } | null;
  /** Null for other than administrators. */
  setUp: SetUpStep[] | null;
}

/** What awaits a person: the first page after signing in. */
export function HomePage({ title, today, groupId, now, awaits, helps, people, setUp }: HomePageProps) {
  const t = useText();
  return (
    <>
      <PageHeader over={<span className="soft">{today}</span>} title={title} />
      <PasswordHelpNotice helps={helps} />
      {people ? <PeopleNews {...people} /> : null}
      {awaits ? <Awaits awaits={awaits} groupId={groupId} now={now} /> : null}
      {!awaits && setUp ? <SetUpSteps steps={setUp} /> : null}
      {!awaits && !setUp ? (
        <Section id="no-group" title={t("home.group")}>
          <Empty title={t("home.noGroup")}>{t("home.noGroupText")}</Empty>
        </Section>
      ) : null}
    </>
  );
}

function Awaits({ awaits, groupId, now }: Pick<HomePageProps, "groupId" | "now"> & { awaits: WhatAwaitsView }) {
  const t = useText();
  const { next, others, unanswered, drafts, requests, reviews, snapshots, round } = awaits;
  return (
    <>
      <WaitNotice wait={awaits.wait} now={now} />
      <Section
        id="next"
        title={t("home.next")}
        note={next ? (next.running ? t("home.running") : next.relative) : undefined}
      >
        {next ? (
          <NextSession
            session={next}
            gathers={awaits.gathers}
            showGroup={awaits.inSeveral}
            ownAnswer={awaits.ownAnswer}
          />
        ) : (
          <Empty title={t("home.noSession")}>{awaits.plans ? t("home.noSessionPlan") : t("home.noSessionWait")}</Empty>
        )}
      </Section>
      {unanswered.length > 0 ? (
        <Section
          id="unanswered"
          title={t("home.unanswered")}
          note={t("home.sessionCount", { count: unanswered.length })}
        >
          <UnansweredSessions sessions={unanswered} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section id="others" title={t("home.others")} note={t("home.sessionCount", { count: others.length })}>
          <OtherSessions sessions={others} groupId={groupId} />
        </Section>
      ) : null}
      <ClashList clashes={awaits.clashes} />
      <AskedRounds rounds={awaits.asked} />
      <OpenMinutes minutes={awaits.minutes} />
      <OwnActions actions={awaits.actions} />
      {awaits.plans ? <NextRoundSect round={round} /> : null}
      {reviews.map((review) => (
        <ReviewSection key={review.status} review={review} />
      ))}
      {awaits.posts || drafts.count > 0 ? (
        <Section id="drafts" title={t("home.drafts")} note={t("home.recordCount", { count: drafts.count })}>
          {drafts.contributions.length > 0 ? (
            <AwaitedContributions contributions={drafts.contributions} />
          ) : (
            <Empty
              title={t("home.noDrafts")}
              action={<LinkButton href={paths.newContribution()}>{t("home.post")}</LinkButton>}
            >
              {t("home.noDraftsText")}
            </Empty>
          )}
        </Section>
      ) : null}
      {snapshots ? (
        <SnapshotSection snapshots={snapshots} groupSlugs={reviews.flatMap(({ groupSlugs }) => groupSlugs)} />
      ) : null}
      {awaits.decides.length > 0 ? (
        <Section id="requests" title={t("home.requests")}>
          {requests.length > 0 ? (
            <AwaitedRequests requests={requests} />
          ) : (
            <Empty title={t("home.noRequests")}>
              {t(awaits.decides.includes("delegation") ? "home.noRequestsText" : "home.noRequestsOrganiser")}
            </Empty>
          )}
        </Section>
      ) : null}
      {awaits.failedMails > 0 ? (
        <Section id="mails" title={t("home.mails")}>
          <Notice tone="bad" title={t("home.failedMails", { count: awaits.failedMails })}>
            <a href={paths.outbox()}>{t("home.toOutbox")}</a>
          </Notice>
        </Section>
      ) : null}
    </>
  );
}

function NextRoundSect({ round }: { round: WhatAwaitsView["round"] }) {
  const t = useText();
  if (!round) {
    return (
      <Section id="round" title={t("home.round")}>
        <Empty title={t("home.noRound")} action={<LinkButton href={paths.newRound()}>{t("rounds.plan")}</LinkButton>}>
          {t("home.noRoundText")}
        </Empty>
      </Section>
    );
  }
  return (
    <Section id="round" title={t("home.round")} note={round.dates}>
      <p className="item-title mb-4">
        <a href={paths.round(round.id)}>{round.title}</a>
      </p>
      {round.unanswered > 0 ? (
        <Notice tone="warn" title={t("home.missingAnswers", { count: round.unanswered })} className="mb-4">
          <a href={`${paths.round(round.id)}#sessions`}>{t("home.toMissingAnswers")}</a>
        </Notice>
      ) : null}
      {round.uncovered.length > 0 ? (
        <>
          <Notice tone="warn" title={t("home.uncovered", { count: round.uncovered.length })} className="mb-4" />
          <DelegationTable
            caption={t("rounds.uncovered")}
            roundId={round.id}
            delegations={round.uncovered}
            schedule={t("sessions.schedule")}
          />
        </>
      ) : round.delegations === null ? null : (
        <p className="soft">{t(round.delegations > 0 ? "home.allCovered" : "rounds.noDelegations")}</p>
      )}
    </Section>
  );
}
