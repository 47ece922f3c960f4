import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ConnectionLine } from "#app/ui/live/ConnectionLine.tsx";
import { LiveAgenda } from "#app/ui/live/LiveAgenda.tsx";
import { LiveCaptures } from "#app/ui/live/LiveCaptures.tsx";
import { LivePeople } from "#app/ui/live/LivePeople.tsx";
import { LiveWriting } from "#app/ui/live/LiveWriting.tsx";
import { NowPanel } from "#app/ui/live/NowPanel.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { useWrittenItem } from "#app/ui/live/use-written-item.ts";
import { WaitNotice } from "#app/ui/live/WaitNotice.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { LiveView } from "#app/views/live/live-view.server.ts";

export interface LivePageProps {
  title: string;
  live: LiveView;
  /** The item whose minutes are open to be written; null for the one that is spoken about. */
  writing: string | null;
  /** What the browser keeps of a text that is not saved yet is encrypted with this. */
  copyKey: string;
  answer?: FormAnswer;
}

/** A session while it goes on: where it stands, who is there, what is written and captured. */
export function LivePage({ title, live: loaded, writing, copyKey, answer }: LivePageProps) {
  const t = useText();
  const { live, connection } = useLive(loaded);
  const { session, begun, items, now, wait } = live;
  const { shown, choose, follow } = useWrittenItem(live, writing);
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session)} />
      <PageHeader
        title={title}
        standfirst={session.title}
        meta={
          <FactLine>
            {session.when}
            {session.zone}
          </FactLine>
        }
        actions={<Actions live={live} />}
      />
      {session.cancelled ? <Notice tone="bad" title={t("sessions.cancelledNotice")} className="mb-5" /> : null}
      <WaitNotice wait={wait} now={now} />
      {begun || session.cancelled ? null : (
        <div className="mb-4">
          <Empty title={t("live.notYet")}>{t("live.notYetText")}</Empty>
        </div>
      )}
      {items.length === 0 ? <Empty title={t("minutes.noItems")}>{t("minutes.noItemsText")}</Empty> : null}
      {begun && items.length > 0 ? <NowPanel live={live} answer={answer} /> : null}
      {begun && live.may.write && shown ? (
        <LiveWriting live={live} item={shown} copyKey={copyKey} follow={follow} />
      ) : null}
      {items.length > 0 ? <LiveAgenda live={live} write={choose} /> : null}
      {begun ? <LiveCaptures live={live} /> : null}
      <Section id="people" title={t("live.people")} note={t("live.peopleNote")}>
        <LivePeople live={live} />
        <div className="actions">
          <LinkButton small icon="people" href={paths.attendance(session.id)}>
            {t("attendance.title")}
          </LinkButton>
        </div>
      </Section>
      <ConnectionLine live={live} connection={connection} />
    </>
  );
}

function Actions({ live: { session, begun, may, course } }: { live: LiveView }) {
  const t = useText();
  const from = { item: course.itemId ?? undefined, back: "live" } as const;
  const isOver = session.cancelled || course.phase === "ended";
  return (
    <>
      {session.joinLink && !isOver ? (
        <LinkButton icon="video" href={session.joinLink} rel="noopener noreferrer">
          {t("sessions.join")}
        </LinkButton>
      ) : null}
      <LinkButton href={paths.minutes(session.id)}>{t("minutes.title")}</LinkButton>
      {may.write && begun ? (
        <>
          <LinkButton href={paths.newDecision(session.id, from)}>{t("minutes.addDecision")}</LinkButton>
          <LinkButton href={paths.newAction(session.id, from)}>{t("actions.new")}</LinkButton>
        </>
      ) : null}
    </>
  );
}
