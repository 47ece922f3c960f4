import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, IconButton, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { movedTo, useMoveAnnounced } from "#app/ui/sessions/moved-item.ts";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { AgendaEditView } from "#app/views/sessions/agenda-view.server.ts";

export interface AgendaPageProps {
  title: string;
  sessionId: string;
  agenda: AgendaEditView;
  answer?: FormAnswer;
}

/** The agenda while it is made: order, items, what was removed. */
export function AgendaPage({ title, sessionId, agenda, answer }: AgendaPageProps) {
  const t = useText();
  const shell = useShell();
  const { items, removed } = agenda;
  useMoveAnnounced(items);
  return (
    <>
      <Breadcrumbs
        label={t("sessions.crumbs")}
        items={[
          { text: t("rounds.title"), href: ofGroup(shell, paths.rounds()) },
          { text: agenda.round.title, href: paths.round(agenda.round.id) },
          { text: agenda.title, href: paths.session(sessionId) },
          { text: t("agenda.title") },
        ]}
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
      {answer?.formErrors.map((said) => (
        <Notice key={said} tone="bad" role="alert" title={said} className="mb-4" />
      ))}
      <Section id="items" title={t("agenda.items")} note={t("agenda.total", { count: agenda.total })}>
        {agenda.excess > 0 ? (
          <Notice tone="warn" title={t("sessions.tooLong", { count: agenda.excess })} className="mb-4">
            {t("sessions.tooLongText")}
          </Notice>
        ) : null}
        {items.length === 0 ? (
          <Empty title={t("sessions.noAgenda")}>{t("agenda.emptyText")}</Empty>
        ) : (
          <ol className="order">
            {items.map((item, at) => (
              <li key={item.id}>
                <div>
                  <a href={paths.agendaItem(sessionId, item.id)} className="strong" lang={agenda.lang}>
                    {item.title}
                  </a>
                  <FactLine>
                    {item.start ?? t("sessions.aside")}
                    {t("sessions.minutesShort", { n: item.minutes })}
                    {item.kind.label}
                    {item.internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
                  </FactLine>
                </div>
                <ItemButtons sessionId={sessionId} item={item} first={at === 0} last={at === items.length - 1} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      {removed.length > 0 ? <Removed sessionId={sessionId} removed={removed} lang={agenda.lang} /> : null}
    </>
  );
}

function ItemButtons(props: { sessionId: string; item: { id: string; title: string }; first: boolean; last: boolean }) {
  const { sessionId, item, first, last } = props;
  const t = useText();
  return (
    <div className="moves">
      <DeedForm action={paths.agendaItemPosition(sessionId, item.id)} className="moves">
        <IconButton
          icon="arrow-up"
          id={first ? undefined : movedTo(last ? "down" : "up", item.id)}
          name="direction"
          value="up"
          label={t("agenda.moveUp", { item: item.title })}
          disabled={first}
        />
        <IconButton
          icon="arrow-down"
          id={last ? undefined : movedTo(first ? "up" : "down", item.id)}
          name="direction"
          value="down"
          label={t("agenda.moveDown", { item: item.title })}
          disabled={last}
        />
      </DeedForm>
      <LinkButton small href={paths.agendaItemRemoval(sessionId, item.id)} about={item.title}>
        {t("agenda.remove")}
      </LinkButton>
    </div>
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
            <DeedForm action={paths.agendaItemRemoval(sessionId, item.id)} className="">
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
