import { usedBy } from "#app/domain/live/live-course.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { minutesOf } from "#app/ui/live/clock-text.ts";
import { GO_TO_ITEM } from "#app/ui/live/MoveButtons.tsx";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

/** The whole agenda with the time that each item has had beside its plan, and what is written under it. */
export function LiveAgenda({ live, write }: { live: LiveView; write: (itemId: string) => void }) {
  const t = useText();
  const timed = live.items.filter(({ internal }) => !internal);
  const used = timed.reduce((sum, { id }) => sum + usedBy(live.course, id, live.now), 0);
  const planned = timed.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Section id="agenda" title={t("sessions.agenda")} note={t("live.usedOf", { used: minutesOf(used), planned })}>
      <ol className="agenda">
        {live.items.map((item) => (
          <Item key={item.id} item={item} live={live} write={write} />
        ))}
      </ol>
    </Section>
  );
}

function Item({ item, live, write }: { item: LiveItemView; live: LiveView; write: (itemId: string) => void }) {
  const t = useText();
  const { course, lang, may, session, now } = live;
  const isCurrent = course.itemId === item.id && course.phase !== "ended";
  const used = minutesOf(usedBy(course, item.id, now));
  const isOver = used > item.minutes;
  return (
    <li id={`item-${item.id}`} aria-current={isCurrent ? "step" : undefined} className={item.isBreak ? "pause" : ""}>
      {item.start ? <time>{item.start}</time> : <span />}
      <span lang={lang} className={isCurrent ? "strong" : undefined}>
        {item.title}
      </span>
      <span className={isOver ? "duration is-bad" : "duration"}>
        {item.internal ? null : t("live.usedShort", { used, planned: item.minutes })}
      </span>
      <div className="note stack">
        {item.internal ? (
          <FactLine>
            <Badge icon="lock">{t("codes.visibility.internal")}</Badge>
            {t("sessions.aside")}
          </FactLine>
        ) : null}
        {item.bodyHtml ? <Prose className="minor" html={item.bodyHtml} lang={lang} /> : null}
        <div className="cluster no-print">
          {may.run && !item.internal && !(isCurrent && course.phase === "running") ? (
            <Button small form={GO_TO_ITEM} name="itemId" value={item.id} about={item.title}>
              {t("live.goTo")}
            </Button>
          ) : null}
          {may.write ? (
            <LinkButton
              small
              icon="pencil"
              href={`${paths.live(session.id, { item: item.id })}#writing`}
              about={item.title}
              onClick={(event) => {
                event.preventDefault();
                write(item.id);
              }}
            >
              {t(item.revision > 0 ? "minutes.edit" : "minutes.write")}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </li>
  );
}
