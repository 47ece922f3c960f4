import { guestLimits } from "#app/domain/minutes/minutes-limits.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

/** The form of a guest: a function and an institution, no name. */
export function GuestPage(props: { title: string; session: RecordSession; answer?: FormAnswer }) {
  const { title, session, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer);
  const names = { capacity: t("attendance.capacity"), institution: t("attendance.institution") };
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session)} />
      <PageHeader title={title} standfirst={t("attendance.guestStandfirst")} />
      <DeedForm answer={answer} names={names}>
        <TextField
          {...field("capacity")}
          label={names.capacity}
          hint={t("attendance.capacityHint")}
          maxLength={guestLimits.capacity}
          required
        />
        <TextField {...field("institution")} label={names.institution} maxLength={guestLimits.institution} required />
        <div className="actions">
          <Button variant="primary">{t("attendance.addGuest")}</Button>
          <a href={paths.attendance(session.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
