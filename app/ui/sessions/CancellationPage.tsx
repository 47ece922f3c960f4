import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";

export interface CancellationPageProps {
  title: string;
  session: { id: string; title: string; date: string; time: string; zone: string; invited: number };
  /** Why it cannot be cancelled, if so. */
  impossible: string | null;
  answer?: FormAnswer;
}

/** Asks whether a session shall be cancelled, and why. */
export function CancellationPage({ title, session, impossible, answer }: CancellationPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer);
  return (
    <>
      <Breadcrumbs
        label={t("sessions.crumbs")}
        items={[{ text: session.title, href: paths.session(session.id) }, { text: t("sessions.cancellation") }]}
      />
      <PageHeader
        title={title}
        meta={
          <FactLine>
            {session.title}
            {`${session.date}, ${session.time}`}
            {session.zone}
          </FactLine>
        }
      />
      {impossible ? (
        <Notice tone="warn" title={impossible}>
          <a href={paths.session(session.id)}>{t("sessions.backToSession")}</a>
        </Notice>
      ) : (
        <DeedForm answer={answer}>
          <p>{t("sessions.cancellationText", { count: session.invited })}</p>
          <TextareaField
            {...field("reason")}
            label={t("sessions.reason")}
            hint={t("sessions.reasonHint")}
            maxLength={500}
            rows={3}
            required
          />
          <div className="actions">
            <Button variant="primary">{t("sessions.cancelAndTell")}</Button>
            <a href={paths.session(session.id)}>{t("sessions.keep")}</a>
          </div>
        </DeedForm>
      )}
    </>
  );
}
