import { useText } from "#app/i18n/TextContext.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { scheduleWith } from "#app/ui/sessions/DelegationChoice.tsx";
import type { Uncovered } from "#app/views/rounds/uncovered-view.ts";

/** Delegations that a round has no session for: a finding, with the way out beside it. */
export function UncoveredList(props: { roundId: string; uncovered: readonly Uncovered[]; schedule: boolean }) {
  const { roundId, uncovered, schedule } = props;
  const t = useText();
  return (
    <Table
      caption={t("rounds.uncovered")}
      captionHidden
      fold
      rows={uncovered}
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
          key: "act",
          head: t("sessions.schedule"),
          headHidden: true,
          kind: "buttons",
          cell: ({ code, name }) =>
            schedule ? (
              <LinkButton small href={scheduleWith(roundId, code)} about={name}>
                {t("sessions.schedule")}
              </LinkButton>
            ) : null,
        },
      ]}
    />
  );
}
