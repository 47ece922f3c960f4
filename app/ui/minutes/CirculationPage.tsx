import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

export interface CirculationPageProps {
  title: string;
  session: RecordSession;
  /** Nothing is written that the audience would read. */
  isEmpty: boolean;
  /** How many get a mail. */
  told: number;
  days: string;
  answer?: FormAnswer;
}

/** Asks whether minutes shall be shown to the audience, and for how long they can be amended. */
export function CirculationPage({ title, session, isEmpty, told, days, answer }: CirculationPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, { days });
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRecordBreadcrumbs(title, session, true)}
      what={session.title}
      submit={t("minutes.circulate")}
      back={paths.minutes(session.id)}
      backText={t("minutes.keep")}
      impossible={isEmpty ? { why: t("minutes.nothingWritten"), backText: t("minutes.toMinutes") } : null}
      answer={answer}
      names={{ days: t("minutes.days") }}
    >
      {told > 0 ? (
        <p>{t("minutes.circulationText", { count: told })}</p>
      ) : (
        <Notice tone="warn" title={t("minutes.nobodyAttended")}>
          {t("minutes.nobodyAttendedText")} <a href={paths.attendance(session.id)}>{t("attendance.title")}</a>
        </Notice>
      )}
      <TextField
        {...field("days")}
        label={t("minutes.days")}
        inputMode="numeric"
        width="short"
        maxLength={2}
        required
      />
    </ConfirmPage>
  );
}
