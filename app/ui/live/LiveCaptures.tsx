import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { LiveCaptureView, LiveView } from "#app/views/live/live-view.server.ts";

/** What was captured, by item, with how much, and how many items have nothing yet. */
export function LiveCaptures({ live }: { live: LiveView }) {
  const t = useText();
  const { captures, items, lang, may, session, course } = live;
  const asked = items.filter(({ captures: kind, isBreak, internal }) => kind !== null && !isBreak && !internal);
  const without = asked.filter(({ id }) => !captures.some(({ itemId }) => itemId === id));
  const under = (wanted: string | null) => captures.filter(({ itemId }) => itemId === wanted);
  return (
    <Section
      id="captures"
      title={t("live.captured")}
      note={t("live.capturedCount", { count: captures.length, without: without.length })}
    >
      {items.map(({ id, title }) =>
        under(id).length > 0 ? (
          <div key={id} className="mb-4">
            <h3 lang={lang}>{title}</h3>
            <Captures captures={under(id)} />
          </div>
        ) : null,
      )}
      {under(null).length > 0 ? <Captures captures={under(null)} /> : null}
      {without.length > 0 ? (
        <p className="soft minor">
          {t("live.without")}{" "}
          {without.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 ? ", " : null}
              <span lang={lang}>{title}</span>
            </span>
          ))}
        </p>
      ) : null}
      {may.post ? (
        <div className="actions no-print">
          <LinkButton icon="plus" href={paths.liveCapture(session.id, { item: course.itemId ?? undefined })}>
            {t("live.capture")}
          </LinkButton>
        </div>
      ) : null}
    </Section>
  );
}

function Captures({ captures }: { captures: readonly LiveCaptureView[] }) {
  const t = useText();
  return (
    <ul className="rows">
      {captures.map(({ number, kind, status, title, tag, selfName, toComplete }) => (
        <ListItem
          key={number}
          kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
          number={number}
          title={title || t("sessions.untitled")}
          href={toComplete ? paths.contributionEdit(number) : paths.contribution(number)}
          lang={tag ?? undefined}
          langLabel={selfName ?? undefined}
          facts={t(`codes.status.${status}`)}
        />
      ))}
    </ul>
  );
}
