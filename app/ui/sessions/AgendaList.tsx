import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { PostLinks } from "#app/ui/sessions/PostLinks.tsx";
import type { AgendaItemView } from "#app/views/sessions/agenda-view.server.ts";
import type { SessionView } from "#app/views/sessions/session-view.server.ts";

/** The agenda with the time at which each item begins, and what may be posted under it. */
export function AgendaList({ session }: { session: SessionView }) {
  const t = useText();
  const { agenda } = session;
  if (agenda.items.length === 0) return <NoAgenda session={session} />;
  return (
    <>
      {agenda.excess > 0 && !session.cancelled ? (
        <Notice tone="warn" title={t("sessions.tooLong", { count: agenda.excess })} className="mb-4">
          {t("sessions.tooLongText")}
        </Notice>
      ) : null}
      <ol className="agenda">
        {agenda.items.map((item) => (
          <Item key={item.id} item={item} session={session} />
        ))}
      </ol>
    </>
  );
}

function Item({ item, session }: { item: AgendaItemView; session: SessionView }) {
  const t = useText();
  return (
    // Records link to the item they were captured under.
    <li id={`item-${item.id}`} className={item.kind.isBreak ? "pause" : undefined}>
      {item.start ? <time>{item.start}</time> : <span />}
      <span lang={session.lang}>{item.title}</span>
      <span className="duration">{t("sessions.minutesShort", { n: item.minutes })}</span>
      <div className="note stack">
        <FactLine>
          {item.internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
          {item.start ? null : t("sessions.aside")}
        </FactLine>
        {item.attribution && item.attribution !== session.attribution ? (
          <Badge icon="quote">{textOf(t, `codes.attribution.${item.attribution}`)}</Badge>
        ) : null}
        {item.descriptionHtml ? <Prose className="minor" html={item.descriptionHtml} /> : null}
        {item.kind.isBreak ? null : (
          <div className="deeds no-print">
            {session.may.post ? <PostLinks sessionId={session.id} item={item} /> : null}
            <a className="minor" href={paths.question(item.questionId)}>
              {t("questions.answers")}
              <VisuallyHidden>: {item.title}</VisuallyHidden>
            </a>
          </div>
        )}
      </div>
    </li>
  );
}

function NoAgenda({ session }: { session: SessionView }) {
  const t = useText();
  return (
    <Empty
      title={t("sessions.noAgenda")}
      action={
        session.may.editAgenda ? (
          <LinkButton href={paths.agendaTemplate(session.id)}>{t("sessions.fromTemplate")}</LinkButton>
        ) : undefined
      }
    >
      {t("sessions.noAgendaText")}
    </Empty>
  );
}
