import { useText } from "#app/i18n/TextContext.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { ChangeInList } from "#app/views/planning/draft-view.server.ts";

/** What a timetable changes against another one: where each was, and where it is to be. */
export function ChangeTable(props: {
  caption: string;
  was: string;
  changes: readonly ChangeInList[];
  /** How many people would be told. */
  withPeople?: boolean;
}) {
  const { caption, was, changes, withPeople } = props;
  const t = useText();
  return (
    <Table
      caption={caption}
      captionHidden
      fold
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", head: t("rounds.session"), rowHead: true, cell: ({ name }) => name },
        { key: "was", head: was, foldLabel: was, cell: (change) => change.was },
        {
          key: "becomes",
          head: t("plan.becomes"),
          foldLabel: t("plan.becomes"),
          cell: ({ becomes }) => <b>{becomes}</b>,
        },
        ...(withPeople
          ? [
              {
                key: "told",
                head: t("plan.told"),
                foldLabel: t("plan.told"),
                cell: ({ people }: ChangeInList) => t("plan.peopleCount", { count: people }),
              },
            ]
          : []),
      ]}
    />
  );
}
