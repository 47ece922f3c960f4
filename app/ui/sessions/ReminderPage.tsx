import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";

export interface ReminderPageProps {
  title: string;
  session: { id: string; title: string };
  /** How many get a mail. */
  count: number;
  impossible: string | null;
  answer?: FormAnswer;
}

/** Asks whether those are reminded who have not answered. */
export function ReminderPage({ title, session, count, impossible, answer }: ReminderPageProps) {
  const t = useText();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRoundBreadcrumbs(title, { session })}
      what={impossible ? undefined : t("answers.remindText", { count })}
      submit={t("answers.remind")}
      back={paths.session(session.id)}
      impossible={impossible ? { why: impossible, backText: t("sessions.backToSession") } : null}
      answer={answer}
    />
  );
}
