import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { AgendaItems } from "#app/ui/sessions/AgendaItems.tsx";
import type { AgendaEditView } from "#app/views/sessions/agenda-view.server.ts";

export interface AgendaPageProps {
  title: string;
  sessionId: string;
  agenda: AgendaEditView;
  /** To the lengths that were sent. */
  answer?: FormAnswer;
  /** To a move that was refused. */
  moveAnswer?: FormAnswer;
}

/** The agenda while it is made: items, their order and lengths, what was removed. */
export function AgendaPage({ title, sessionId, agenda, answer, moveAnswer }: AgendaPageProps) {
  const t = useText();
  const { removed } = agenda;
  return (
    <>
      <Breadcrumbs
        {...useRoundBreadcrumbs(t("agenda.title"), {
          round: agenda.round,
          session: { id: sessionId, title: agenda.title },
        })}
      />
      <PageHeader
        title={title}
        standfirst={agenda.title}
        actions={
          <>
            <LinkButton variant="primary" icon="plus" href={paths.newAgendaItem(sessionId)}>
              {t("agenda.add")}
            </LinkButton>
            <LinkButton href={paths.agendaTemplate(sessionId)}>{t("agenda.useTemplate")}</LinkButton>
          </>
        }
      />
      {moveAnswer?.formErrors.map((said) => (
        <Notice key={said} tone="bad" role="alert" title={said} className="mb-4" />
      ))}
      <AgendaItems sessionId={sessionId} agenda={agenda} answer={answer} />
      {removed.length > 0 ? <Removed sessionId={sessionId} removed={removed} lang={agenda.lang} /> : null}
    </>
  );
}

function Removed(props: { sessionId: string; removed: AgendaEditView["removed"]; lang: string }) {
  const { sessionId, removed, lang } = props;
  const t = useText();
  return (
    <Section id="removed" title={t("agenda.removed")} note={t("agenda.removedNote")}>
      <ul className="rows">
        {removed.map((item) => (
          <li key={item.id} className="spread">
            <span lang={lang}>{item.title}</span>
            <DeedForm action={paths.agendaItemRemoval(sessionId, item.id)} className="" isUntyped>
              <input type="hidden" name="undo" value="1" />
              <Button small icon="undo" about={item.title}>
                {t("agenda.putBack")}
              </Button>
            </DeedForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
