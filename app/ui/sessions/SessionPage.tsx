import type { Wait } from "#app/domain/live/find-wait.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { type AttributionCode, AttributionMark } from "#app/ui/base/AttributionMark.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Chain } from "#app/ui/base/Chain.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { GlassNotices } from "#app/ui/glass/GlassNotices.tsx";
import { WaitNotice } from "#app/ui/live/WaitNotice.tsx";
import { RecordLinks } from "#app/ui/minutes/RecordLinks.tsx";
import { SessionClash } from "#app/ui/planning/SessionClash.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { AgendaList } from "#app/ui/sessions/AgendaList.tsx";
import { AnswersTable } from "#app/ui/sessions/AnswersTable.tsx";
import { Captures } from "#app/ui/sessions/Captures.tsx";
import { OwnAnswer } from "#app/ui/sessions/OwnAnswer.tsx";
import { People } from "#app/ui/sessions/People.tsx";
import { PrintButton } from "#app/ui/sessions/PrintButton.tsx";
import { ShownReplies } from "#app/ui/sessions/ShownReplies.tsx";
import type { GlassOpeningView } from "#app/views/glass/glass-view.ts";
import type { SessionClashView } from "#app/views/planning/clash-view.server.ts";
import type { AnswersView } from "#app/views/sessions/answers-view.server.ts";
import type { CaptureView } from "#app/views/sessions/capture-view.ts";
import type { SessionView } from "#app/views/sessions/session-view.server.ts";
import type { ShownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

export interface SessionPageProps {
  session: SessionView;
  captures: readonly CaptureView[];
  answers: AnswersView;
  /** Mails that whoever organises has to look at. */
  replies: readonly ShownReplyView[];
  /** Who cannot then, for whoever plans; null where everybody can. */
  clash: SessionClashView | null;
  /** By which administrators it was opened. */
  openings: readonly GlassOpeningView[];
  /** For the session before; null where nobody waits. */
  wait: Wait | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** A session: when, with whom, on what, and what came out of it. */
export function SessionPage({ session, captures, answers, replies, clash, openings, wait, now }: SessionPageProps) {
  const t = useText();
  const { agenda, round, may, yours } = session;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(session.beneficiary ?? t("sessions.plenary"), { round })} />
      <PageHeader title={session.title} meta={<HeadMeta session={session} />} actions={<Actions session={session} />} />
      {session.cancelled ? (
        <Notice tone="bad" title={t("sessions.cancelledNotice")} className="mb-5">
          {session.cancellationReason}
        </Notice>
      ) : null}
      <WaitNotice wait={wait} now={now} />
      <SessionClash clash={clash} />
      <Chain
        className="no-print"
        title={t("sessions.chain")}
        aheadWord={t("common.notYet")}
        nodes={[
          { label: t("sessions.chainRound"), text: round.title, href: paths.round(round.id), state: "done" },
          { label: t("sessions.chainSession"), text: session.beneficiary ?? t("sessions.plenary"), state: "current" },
          {
            label: t("sessions.chainAgenda"),
            text: t("sessions.itemCount", { count: agenda.items.length }),
            href: agenda.items.length > 0 ? "#agenda" : undefined,
            state: agenda.items.length > 0 ? "done" : "ahead",
          },
          {
            label: t("sessions.chainRecords"),
            text: t("sessions.recordCount", { count: captures.length }),
            href: captures.length > 0 ? "#records" : undefined,
            state: captures.length > 0 ? "done" : "ahead",
          },
        ]}
      />
      <GlassNotices openings={openings} />
      <ShownReplies replies={replies} />
      {answers.isInvited ? (
        <Section id="answer" title={t("answers.yours")} note={t("answers.yoursNote")} className="no-print">
          <OwnAnswer sessionId={session.id} answers={answers} />
        </Section>
      ) : null}
      <Section
        id="agenda"
        title={t("sessions.agenda")}
        note={t("sessions.minutesOf", { total: agenda.total, length: session.minutes })}
        className={agenda.items.length === 0 ? "no-print" : undefined}
      >
        <AgendaList session={session} />
        {yours ? <p className="soft minor mt-4">{t("sessions.agendaZone", { zone: session.zone })}</p> : null}
        {may.editAgenda ? (
          <div className="actions no-print">
            <LinkButton href={paths.agenda(session.id)} icon="pencil">
              {t("sessions.editAgenda")}
            </LinkButton>
          </div>
        ) : null}
      </Section>
      <Section
        id="records"
        title={t("sessions.records")}
        note={t("sessions.recordCount", { count: captures.length })}
        className={captures.length === 0 ? "no-print" : undefined}
      >
        <Captures session={session} captures={captures} />
      </Section>
      {session.cancelled ? null : (
        <Section id="minutes" title={t("sessions.minutesAndAttendance")} className="no-print">
          <RecordLinks sessionId={session.id} />
        </Section>
      )}
      <Section id="people" title={t("sessions.people")} note={t("sessions.peopleNote")}>
        <People people={session.people} plenary={session.beneficiary === null} />
      </Section>
      {hasAnswers(answers) ? <Answers sessionId={session.id} answers={answers} /> : null}
    </>
  );
}

/** While people are asked, and of a session that is over where somebody answered. */
function hasAnswers({ everybody, missing }: AnswersView): boolean {
  return everybody !== null && (missing !== null || everybody.some(({ answer }) => answer !== null));
}

function Answers({ sessionId, answers }: { sessionId: string; answers: AnswersView }) {
  const t = useText();
  const { missing } = answers;
  const isAsked = missing !== null;
  const note = missing ? t("answers.missing", { count: missing }) : isAsked ? t("answers.noneMissing") : undefined;
  return (
    <Section id="answers" title={t("answers.all")} note={note} className="no-print">
      <AnswersTable sessionId={sessionId} answers={answers} />
      {answers.may.remind ? (
        <DeedForm action={paths.sessionReminder(sessionId)} className="actions" isUntyped>
          <Button icon="mail">{t("answers.remind")}</Button>
        </DeedForm>
      ) : null}
    </Section>
  );
}

function HeadMeta({ session }: { session: SessionView }) {
  const t = useText();
  const { yours } = session;
  return (
    <>
      {/* On the page both stand in the frame around it, which is not printed. */}
      <p className="print-only">
        {session.group}, {session.round.title}
      </p>
      <FactLine>
        <time dateTime={session.startsAt}>{`${session.date}, ${session.time}`}</time>
        {session.zone}
        {yours ? t("sessions.yours", { time: yours.time, zone: yours.zone }) : null}
      </FactLine>
      <FactLine>
        {t("sessions.inLanguage", { language: session.language })}
        <AttributionMark by={session.attribution as AttributionCode}>
          {textOf(t, `codes.attribution.${session.attribution}`)}
        </AttributionMark>
        {session.over && !session.cancelled ? t("sessions.over") : null}
      </FactLine>
      {session.joinLink && !session.over ? (
        <p className="print-only">
          {t("sessions.joinLink")}: {session.joinLink}
        </p>
      ) : null}
    </>
  );
}

function Actions({ session }: { session: SessionView }) {
  const t = useText();
  const { may } = session;
  return (
    <>
      {session.joinLink && !session.over ? (
        <LinkButton variant="primary" icon="video" href={session.joinLink} rel="noopener noreferrer">
          {t("sessions.join")}
        </LinkButton>
      ) : null}
      {session.gathers ? (
        <LinkButton icon="clock" href={paths.live(session.id)}>
          {t("live.open")}
        </LinkButton>
      ) : null}
      <LinkButton icon="calendar" href={paths.sessionCalendar(session.id)} download>
        {t("sessions.calendarFile")}
      </LinkButton>
      <PrintButton />
      {may.change ? (
        <LinkButton icon="pencil" href={paths.sessionEdit(session.id)}>
          {t("common.edit")}
        </LinkButton>
      ) : null}
      {may.cancel ? (
        <LinkButton variant="quiet" href={paths.sessionCancellation(session.id)}>
          {t("sessions.cancelSession")}
        </LinkButton>
      ) : null}
    </>
  );
}
