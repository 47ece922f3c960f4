import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { AgendaSession } from "#app/views/sessions/agenda-view.server.ts";

export interface AgendaRemovalPageProps {
  title: string;
  sessionId: string;
  session: Pick<AgendaSession, "title" | "round">;
  item: { title: string };
  answer?: FormAnswer;
}

/** Asks whether an item shall be removed. */
export function AgendaRemovalPage({ title, sessionId, session, item, answer }: AgendaRemovalPageProps) {
  const t = useText();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRoundBreadcrumbs(title, {
        round: session.round,
        session: { id: sessionId, title: session.title },
        agenda: true,
      })}
      what={item.title}
      submit={t("agenda.remove")}
      back={paths.agenda(sessionId)}
      backText={t("agenda.keep")}
      answer={answer}
      names={{}}
    >
      <p>{t("agenda.removalText")}</p>
    </ConfirmPage>
  );
}
