import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { ClashView } from "#app/views/planning/clash-view.server.ts";

/** Sessions at which somebody cannot, each with the way to decide what becomes of it; nothing where there is none. */
export function ClashList({ clashes }: { clashes: readonly ClashView[] }) {
  const t = useText();
  if (clashes.length === 0) return null;
  return (
    <Section id="clashes" title={t("availability.clashes")} note={t("home.sessionCount", { count: clashes.length })}>
      <Notice tone="bad" title={t("availability.clashNotice", { count: clashes.length })} className="mb-4">
        {t("availability.clashText")}
      </Notice>
      <ul className="rows">
        {clashes.map(({ id, title, date, time, zone, cannot }) => (
          <ListItem
            key={id}
            facts={
              <>
                {`${date}, ${time}`}
                {zone}
                {t("availability.clash", { names: cannot.join(", ") })}
              </>
            }
            title={title}
            href={paths.session(id)}
            side={
              <LinkButton small href={paths.keptTime(id)} about={`${title}, ${date}`}>
                {t("availability.decide")}
              </LinkButton>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
