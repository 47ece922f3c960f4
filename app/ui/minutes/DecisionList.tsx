import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { MinutesView } from "#app/views/minutes/minutes-view.server.ts";

/** What was decided in a session, by number. */
export function DecisionList({ minutes }: { minutes: MinutesView }) {
  const t = useText();
  const { decisions, session, lang, may } = minutes;
  return (
    <Section id="decisions" title={t("minutes.decisions")}>
      {decisions.length > 0 ? (
        <ul className="rows">
          {decisions.map(({ id, number, text }) => (
            <li key={id} id={`decision-${number}`} className="spread">
              <span>
                <b>{t("minutes.decisionNumber", { number })}</b> <span lang={lang}>{text}</span>
              </span>
              {may.write ? (
                <LinkButton small href={paths.decision(session.id, id)} about={t("minutes.decisionNumber", { number })}>
                  {t("minutes.edit")}
                </LinkButton>
              ) : null}
              {may.amend ? (
                <LinkButton
                  small
                  href={paths.newDecisionAmendment(session.id, id)}
                  about={t("minutes.decisionNumber", { number })}
                >
                  {t("minutes.amend")}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t("minutes.noDecisions")}</p>
      )}
      {may.write ? (
        <div className="actions no-print">
          <LinkButton icon="plus" href={paths.newDecision(session.id)}>
            {t("minutes.addDecision")}
          </LinkButton>
        </div>
      ) : null}
    </Section>
  );
}
