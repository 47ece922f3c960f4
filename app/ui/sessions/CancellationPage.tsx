import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { SessionView } from "#app/views/sessions/session-view.server.ts";

export interface CancellationPageProps {
  title: string;
  session: Pick<SessionView, "id" | "title" | "date" | "time" | "zone" | "round"> & { invited: number };
  /** Why it cannot be cancelled, if so. */
  impossible: string | null;
  answer?: FormAnswer;
}

/** Asks whether a session shall be cancelled, and why. */
export function CancellationPage({ title, session, impossible, answer }: CancellationPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer);
  const back = paths.session(session.id);
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRoundBreadcrumbs(t("sessions.cancellation"), { round: session.round, session })}
      facts={
        <FactLine>
          {session.title}
          {`${session.date}, ${session.time}`}
          {session.zone}
        </FactLine>
      }
      impossible={impossible ? { why: impossible, backText: t("sessions.backToSession") } : null}
      submit={t("sessions.cancelAndTell")}
      back={back}
      backText={t("sessions.keep")}
      answer={answer}
      names={{ reason: t("sessions.reason") }}
    >
      <p>{t("sessions.cancellationText", { count: session.invited })}</p>
      <TextareaField
        {...field("reason")}
        label={t("sessions.reason")}
        hint={t("sessions.reasonHint")}
        maxLength={500}
        rows={3}
        required
      />
    </ConfirmPage>
  );
}
