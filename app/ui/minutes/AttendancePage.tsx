import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { AttendanceTable } from "#app/ui/minutes/AttendanceTable.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { AttendanceView } from "#app/views/minutes/attendance-view.server.ts";

export interface AttendancePageProps {
  title: string;
  attendance: AttendanceView;
  /** To the marks that were sent. */
  answer?: FormAnswer;
  /** To what somebody said of themselves. */
  ownAnswer?: FormAnswer;
}

/** Who was invited to a session, and who was there. */
export function AttendancePage({ title, attendance, answer, ownAnswer }: AttendancePageProps) {
  const t = useText();
  const { session, people, guests, present, begun, isClosed, may } = attendance;
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
            {begun ? t("attendance.presentCount", { count: present }) : null}
          </FactLine>
        }
      />
      {isClosed ? <Notice title={t("attendance.closed")} className="mb-5" /> : null}
      {ownAnswer?.formErrors.map((said) => (
        <Notice key={said} tone="bad" role="alert" title={said} className="mb-4" />
      ))}
      {begun ? (
        <>
          {may.report ? <OwnSection attendance={attendance} /> : null}
          <Section id="people" title={t("attendance.people")} note={t("attendance.peopleNote")}>
            <AttendanceTable attendance={attendance} answer={answer} />
          </Section>
        </>
      ) : (
        <Empty title={t("attendance.tooEarly")}>{t("attendance.tooEarlyText", { count: people.length })}</Empty>
      )}
      <Section id="guests" title={t("attendance.guests")} note={t("attendance.guestsNote")}>
        {guests.length > 0 ? (
          <ul className="rows">
            {guests.map(({ id, capacity, institution }) => (
              <li key={id} className="spread">
                <span>
                  {capacity}, {institution}
                </span>
                {may.mark ? (
                  <LinkButton small href={paths.guestRemoval(session.id, id)} about={capacity}>
                    {t("attendance.remove")}
                  </LinkButton>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t("attendance.noGuests")}</p>
        )}
        {may.mark ? (
          <div className="actions">
            <LinkButton icon="plus" href={paths.newGuest(session.id)}>
              {t("attendance.addGuest")}
            </LinkButton>
          </div>
        ) : null}
      </Section>
    </>
  );
}

const sayable = ["present", "late", "absent"] as const;

/** What the viewer says of themselves. */
function OwnSection({ attendance: { session, mine } }: { attendance: AttendanceView }) {
  const t = useText();
  return (
    <Section id="own" title={t("attendance.own")} note={mine ? t(`attendance.said.${mine}`) : t("attendance.ownNote")}>
      <DeedForm action={paths.ownAttendance(session.id)} className="cluster" isUntyped>
        {sayable.map((state) => (
          <Button key={state} name="state" value={state} icon={mine === state ? "check" : undefined}>
            {t(`attendance.say.${state}`)}
          </Button>
        ))}
      </DeedForm>
    </Section>
  );
}
