import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";

export interface AgendaRemovalPageProps {
  title: string;
  sessionId: string;
  session: { title: string };
  item: { title: string };
  answer?: FormAnswer;
}

/** Asks whether an item shall be removed. */
export function AgendaRemovalPage({ title, sessionId, session, item, answer }: AgendaRemovalPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs
        label={t("sessions.crumbs")}
        items={[
          { text: session.title, href: paths.session(sessionId) },
          { text: t("agenda.title"), href: paths.agenda(sessionId) },
          { text: title },
        ]}
      />
      <PageHeader title={title} standfirst={item.title} />
      <DeedForm answer={answer}>
        <p>{t("agenda.removalText")}</p>
        <div className="actions">
          <Button variant="primary">{t("agenda.remove")}</Button>
          <a href={paths.agenda(sessionId)}>{t("agenda.keep")}</a>
        </div>
      </DeedForm>
    </>
  );
}
