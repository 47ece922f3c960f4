import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { NewSessionForm } from "#app/views/sessions/session-form-view.server.ts";

/** The address of the form for one delegation; `plenary` for everybody. */
export function scheduleWith(roundId: string, code: string): string {
  return `${paths.newSession(roundId)}?delegation=${code}`;
}

/** With whom: the delegations and what they have already, or everybody. */
export function DelegationChoice(props: { roundId: string; delegations: NewSessionForm["delegations"] }) {
  const { roundId, delegations } = props;
  const t = useText();
  return (
    <>
      <Section id="bilateral" title={t("sessions.withDelegation")}>
        <Table
          caption={t("sessions.withDelegation")}
          captionHidden
          fold
          rows={delegations}
          rowKey={({ code }) => code}
          columns={[
            { key: "name", head: t("sessions.delegation"), rowHead: true, cell: ({ name }) => name },
            {
              key: "members",
              head: t("sessions.members"),
              foldLabel: t("sessions.members"),
              kind: "figures",
              cell: ({ members }) => members,
            },
            {
              key: "sessions",
              head: t("sessions.inRound"),
              foldLabel: t("sessions.inRound"),
              kind: "figures",
              cell: ({ sessions }) => sessions,
            },
            {
              key: "act",
              head: t("sessions.schedule"),
              headHidden: true,
              kind: "buttons",
              cell: ({ code, name }) => (
                <LinkButton small href={scheduleWith(roundId, code)} about={name}>
                  {t("sessions.choose")}
                </LinkButton>
              ),
            },
          ]}
        />
      </Section>
      <Section id="plenary" title={t("sessions.plenary")} note={t("sessions.plenaryNote")}>
        <LinkButton href={scheduleWith(roundId, "plenary")}>{t("sessions.planPlenary")}</LinkButton>
      </Section>
    </>
  );
}
