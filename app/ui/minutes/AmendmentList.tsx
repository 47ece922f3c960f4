import { useText } from "#app/i18n/TextContext.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { AmendmentView, MinutesView } from "#app/views/minutes/minutes-view.server.ts";

/** Amendments that the viewer decides on, or proposed, with what became of them. */
export function AmendmentList({ minutes }: { minutes: MinutesView }) {
  const t = useText();
  return (
    <Section id="amendments" title={t("minutes.amendments")}>
      <ul className="rows">
        {minutes.amendments.map((amendment) => (
          <Row key={amendment.id} amendment={amendment} minutes={minutes} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ amendment, minutes }: { amendment: AmendmentView; minutes: MinutesView }) {
  const t = useText();
  const { of, lang, by, note, bodyHtml, text, decision, reason, href } = amendment;
  const decides = decision === null && minutes.decidesAmendments;
  return (
    <li className="stack">
      <FactLine>
        <span lang={lang}>{of}</span>
        {by}
        {decision ? t(`minutes.decisionOf.${decision}`) : t("minutes.waits")}
      </FactLine>
      {bodyHtml ? <Prose html={bodyHtml} lang={minutes.lang} className="minor" /> : null}
      {text ? (
        <p className="minor" lang={minutes.lang}>
          {text}
        </p>
      ) : null}
      {note ? <p>{note}</p> : null}
      {reason ? (
        <p>
          {t("minutes.reason")}: {reason}
        </p>
      ) : null}
      {decides ? (
        <div className="actions">
          <LinkButton small href={href} about={of}>
            {t("minutes.decide")}
          </LinkButton>
        </div>
      ) : null}
    </li>
  );
}
