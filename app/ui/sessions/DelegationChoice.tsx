import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DelegationTable } from "#app/ui/sessions/DelegationTable.tsx";
import type { NewSessionForm } from "#app/views/sessions/session-form-view.server.ts";

/** With whom: the delegations and what they have already, or everybody. */
export function DelegationChoice(props: { roundId: string; delegations: NewSessionForm["delegations"] }) {
  const { roundId, delegations } = props;
  const t = useText();
  return (
    <>
      <Section id="bilateral" title={t("sessions.withDelegation")}>
        <DelegationTable
          caption={t("sessions.withDelegation")}
          roundId={roundId}
          delegations={delegations}
          schedule={t("sessions.choose")}
        />
      </Section>
      <Section id="plenary" title={t("sessions.plenary")} note={t("sessions.plenaryNote")}>
        <LinkButton href={paths.newSession(roundId, "plenary")}>{t("sessions.planPlenary")}</LinkButton>
      </Section>
    </>
  );
}
