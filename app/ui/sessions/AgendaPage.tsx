import type { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Btn, IconBtn, LinkBtn } from "#app/ui/base/Btn.tsx";
import { Crumbs } from "#app/ui/base/Crumbs.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Meta } from "#app/ui/base/Meta.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";

type AgendaToEdit = Awaited<ReturnType<typeof findAgendaToEdit>>;

export interface AgendaPageProps {
  title: string;
  sessionId: string;
  agenda: AgendaToEdit;
  answer?: FormAnswer;
}

/** The agenda while it is made: order, items, what was removed. */
export function AgendaPage({ title, sessionId, agenda, answer }: AgendaPageProps) {
  const t = useText();
  const { items, removed } = agenda;
  return (
    <>
      <Crumbs
        label={t("sessions.crumbs")}
        items={[{ text: agenda.title, href: paths.session(sessionId) }, { text: t("agenda.title") }]}
      />
      <Head
        title={title}
        standfirst={agenda.title}
        actions={
          <>
            <LinkBtn variant="primary" icon="plus" href={paths.newAgendaItem(sessionId)}>
              {t("agenda.add")}
            </LinkBtn>
            <LinkBtn href={paths.agendaTemplate(sessionId)}>{t("agenda.useTemplate")}</LinkBtn>
          </>
        }
      />
      {answer?.formErrors.map((said) => (
        <Notice key={said} tone="bad" role="alert" title={said} className="mb-4" />
      ))}
      <Sect id="items" title={t("agenda.items")} note={t("agenda.total", { count: agenda.total })}>
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
                  <Meta>
                    {item.start ?? t("sessions.aside")}
                    {t("sessions.minutesShort", { n: item.minutes })}
                    {textOf(t, `codes.item.${item.kind}`)}
                    {item.internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
                  </Meta>
                </div>
                <ItemButtons sessionId={sessionId} item={item} first={at === 0} last={at === items.length - 1} />
              </li>
            ))}
          </ol>
        )}
      </Sect>
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
        <IconBtn
          icon="arrow-up"
          name="direction"
          value="up"
          label={t("agenda.moveUp", { item: item.title })}
          disabled={first}
        />
        <IconBtn
          icon="arrow-down"
          name="direction"
          value="down"
          label={t("agenda.moveDown", { item: item.title })}
          disabled={last}
        />
      </DeedForm>
      <LinkBtn small href={paths.agendaItemRemoval(sessionId, item.id)} about={item.title}>
        {t("agenda.remove")}
      </LinkBtn>
    </div>
  );
}

function Removed(props: { sessionId: string; removed: AgendaToEdit["removed"]; lang: string }) {
  const { sessionId, removed, lang } = props;
  const t = useText();
  return (
    <Sect id="removed" title={t("agenda.removed")} note={t("agenda.removedNote")}>
      <ul className="rows">
        {removed.map((item) => (
          <li key={item.id} className="spread">
            <span lang={lang}>{item.title}</span>
            <DeedForm action={paths.agendaItemRemoval(sessionId, item.id)} className="">
              <input type="hidden" name="undo" value="1" />
              <Btn small icon="undo" about={item.title}>
                {t("agenda.putBack")}
              </Btn>
            </DeedForm>
          </li>
        ))}
      </ul>
    </Sect>
  );
}
