import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { OpenMinutesView } from "#app/views/home/open-minutes-view.server.ts";

/** Minutes that are not final, with what the viewer may or has to do with them. */
export function OpenMinutes({ minutes }: { minutes: readonly OpenMinutesView[] }) {
  const t = useText();
  if (minutes.length === 0) return null;
  return (
    <Section id="minutes" title={t("home.minutes")} note={t("home.sessionCount", { count: minutes.length })}>
      <ul className="rows">
        {minutes.map(({ id, title, date, wait }) => (
          <ListItem
            key={id}
            facts={date}
            title={title}
            href={paths.minutes(id)}
            side={
              <LinkButton small href={paths.minutes(id)} about={`${title}, ${date}`}>
                {t("home.toMinutes")}
              </LinkButton>
            }
            why={wait}
          />
        ))}
      </ul>
    </Section>
  );
}
