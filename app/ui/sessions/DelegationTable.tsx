import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { type Column, Table } from "#app/ui/base/Table.tsx";

interface Delegation {
  code: string;
  name: string;
  members: number;
  /** How many sessions of the round it has; without these the column is not shown. */
  sessions?: number;
}

export interface DelegationTableProps {
  roundId: string;
  delegations: readonly Delegation[];
  caption: string;
  /** Words of the button that leads to the form of a session; without them there is none. */
  schedule?: string;
}

/** Delegations of a round, each with the way to schedule a session beside it. */
export function DelegationTable({ roundId, delegations, caption, schedule }: DelegationTableProps) {
  const t = useText();
  const count = (key: "members" | "sessions", head: string): Column<Delegation> => ({
    ...{ key, head, foldLabel: head, kind: "figures" },
    cell: (delegation) => delegation[key],
  });
  return (
    <Table
      caption={caption}
      captionHidden
      fold
      rows={delegations}
      rowKey={({ code }) => code}
      columns={[
        { key: "name", head: t("sessions.delegation"), rowHead: true, cell: ({ name }) => name },
        count("members", t("sessions.members")),
        ...(delegations.some(({ sessions }) => sessions !== undefined)
          ? [count("sessions", t("sessions.inRound"))]
          : []),
        {
          key: "act",
          head: t("sessions.schedule"),
          headHidden: true,
          kind: "buttons",
          cell: ({ code, name }) =>
            schedule ? (
              <LinkButton small href={paths.newSession(roundId, code)} about={name}>
                {schedule}
              </LinkButton>
            ) : null,
        },
      ]}
    />
  );
}
