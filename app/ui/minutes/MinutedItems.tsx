import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { MinutedItemView, MinutesView } from "#app/views/minutes/minutes-view.server.ts";

/** What the minutes say of each item of the agenda. */
export function MinutedItems({ minutes }: { minutes: MinutesView }) {
  const t = useText();
  if (minutes.items.length === 0) {
    return <Empty title={t("minutes.noItems")}>{t("minutes.noItemsText")}</Empty>;
  }
  return minutes.items.map((item) => <Item key={item.id} item={item} minutes={minutes} />);
}

function Item({ item, minutes }: { item: MinutedItemView; minutes: MinutesView }) {
  const t = useText();
  const { session, lang, may, attribution } = minutes;
  return (
    <Section
      id={`item-${item.id}`}
      title={<span lang={lang}>{item.title}</span>}
      note={
        <>
          {item.start ? `${item.start} ` : null}
          {item.internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
          {item.attribution && item.attribution !== attribution ? (
            <Badge icon="quote">{textOf(t, `codes.attribution.${item.attribution}`)}</Badge>
          ) : null}
        </>
      }
    >
      {item.bodyHtml ? <Prose html={item.bodyHtml} lang={lang} /> : <p className="soft">{t("minutes.nothing")}</p>}
      <FactLine className="minor mt-2">
        {item.written}
        {item.revision > 1 ? (
          <a href={paths.minutesHistory(session.id, item.id)} className="no-print">
            {t("minutes.history")}
            <span className="visually-hidden">: {item.title}</span>
          </a>
        ) : null}
      </FactLine>
      {item.corrections.map((correction) => (
        <p key={correction} className="minor">
          {correction}
        </p>
      ))}
      <div className="actions no-print">
        {may.write ? (
          <LinkButton small icon="pencil" href={paths.minutesItem(session.id, item.id)} about={item.title}>
            {t(item.revision > 0 ? "minutes.edit" : "minutes.write")}
          </LinkButton>
        ) : null}
        {may.correct ? (
          <LinkButton small icon="pencil" href={paths.minutesItem(session.id, item.id)} about={item.title}>
            {t("minutes.correct")}
          </LinkButton>
        ) : null}
        {may.amend ? (
          <LinkButton small icon="comment" href={paths.newAmendment(session.id, item.id)} about={item.title}>
            {t("minutes.amend")}
          </LinkButton>
        ) : null}
      </div>
    </Section>
  );
}
