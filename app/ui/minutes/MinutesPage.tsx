import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ActionTable } from "#app/ui/minutes/ActionTable.tsx";
import { AmendmentList } from "#app/ui/minutes/AmendmentList.tsx";
import { ClosingNotice } from "#app/ui/minutes/ClosingNotice.tsx";
import { DecisionList } from "#app/ui/minutes/DecisionList.tsx";
import { MinutedItems } from "#app/ui/minutes/MinutedItems.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { ActionView } from "#app/views/minutes/action-view.server.ts";
import type { MinutesView } from "#app/views/minutes/minutes-view.server.ts";

export interface MinutesPageProps {
  title: string;
  minutes: MinutesView;
  /** Agreed in the session. */
  actions: ActionView[];
  /** Still open from earlier ones. */
  earlier: ActionView[];
}

/** The minutes of a session: item by item, what was decided, who does what, what is open from before. */
export function MinutesPage({ title, minutes, actions, earlier }: MinutesPageProps) {
  const t = useText();
  const { session, state, stateNote, hint, begun, isShown, may } = minutes;
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session)} />
      <PageHeader
        title={title}
        standfirst={session.title}
        meta={
          <>
            <FactLine>
              {session.when}
              {session.zone}
            </FactLine>
            {begun ? (
              <FactLine>
                {t(`minutes.state.${state}`)}
                {[stateNote, hint].filter(Boolean).join(" ")}
              </FactLine>
            ) : null}
          </>
        }
        actions={<Actions minutes={minutes} />}
      />
      <ClosingNotice minutes={minutes} />
      {begun ? null : <Empty title={t("minutes.beforeSession")}>{t("minutes.beforeSessionText")}</Empty>}
      {begun && isShown ? <MinutedItems minutes={minutes} /> : null}
      {begun && !isShown ? <Empty title={t("minutes.notYet")}>{t("minutes.notYetText")}</Empty> : null}
      {minutes.amendments.length > 0 ? <AmendmentList minutes={minutes} /> : null}
      {begun && isShown ? <DecisionList minutes={minutes} /> : null}
      {begun ? (
        <Section id="actions" title={t("minutes.actions")} note={t("actions.count", { count: actions.length })}>
          {actions.length > 0 ? (
            <ActionTable caption={t("minutes.actions")} actions={actions} edits={may.write} />
          ) : (
            <p className="soft">{t("minutes.noActions")}</p>
          )}
          <AddLink shown={may.write} href={paths.newAction(session.id)}>
            {t("actions.new")}
          </AddLink>
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section id="earlier" title={t("minutes.earlier")} note={t("minutes.earlierNote")}>
          <ActionTable caption={t("minutes.earlier")} actions={earlier} named />
        </Section>
      ) : null}
    </>
  );
}

function Actions({ minutes: { session, may, begun, isShown } }: { minutes: MinutesView }) {
  const t = useText();
  return (
    <>
      <LinkButton icon="people" href={paths.attendance(session.id)}>
        {t("attendance.title")}
      </LinkButton>
      {begun && isShown ? (
        <LinkButton icon="download" href={paths.minutesDocument(session.id)}>
          {t("documents.asDocument")}
        </LinkButton>
      ) : null}
      {may.circulate ? (
        <LinkButton icon="mail" href={paths.circulation(session.id)}>
          {t("minutes.circulate")}
        </LinkButton>
      ) : null}
      {may.finalise ? (
        <LinkButton icon="lock" href={paths.finalisation(session.id)}>
          {t("minutes.finalise")}
        </LinkButton>
      ) : null}
    </>
  );
}

function AddLink({ shown, href, children }: { shown: boolean; href: string; children: ReactNode }) {
  if (!shown) return null;
  return (
    <div className="actions no-print">
      <LinkButton icon="plus" href={href}>
        {children}
      </LinkButton>
    </div>
  );
}
