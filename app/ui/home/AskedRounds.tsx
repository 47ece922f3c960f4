import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { RoundHeading } from "#app/views/rounds/round-view.server.ts";

/** Rounds that are being planned, of which the viewer is to say when they cannot. */
export function AskedRounds({ rounds }: { rounds: readonly RoundHeading[] }) {
  const t = useText();
  if (rounds.length === 0) return null;
  return (
    <Section id="asked" title={t("home.plannedRound")}>
      <p className="soft mb-4">{t("home.plannedRoundText")}</p>
      <ul className="rows">
        {rounds.map(({ id, title, dates }) => (
          <li key={id} className="spread">
            <span className="person">
              <a href={paths.availability(id)}>{title}</a>
              <small>{dates}</small>
            </span>
            <LinkButton small href={paths.availability(id)} about={title}>
              {t("home.plannedRoundAnswer")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
