import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
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
  const shell = useShell();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={{
        label: t("sessions.crumbs"),
        items: [
          { text: t("rounds.title"), href: ofGroup(shell, paths.rounds()) },
          { text: session.round.title, href: paths.round(session.round.id) },
          { text: session.title, href: paths.session(sessionId) },
          { text: t("agenda.title"), href: paths.agenda(sessionId) },
          { text: title },
        ],
      }}
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
