import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/base/Table.tsx";
import type { DraftInList } from "#app/views/planning/draft-view.server.ts";

/** The drafts of a round side by side. */
export function DraftTable({ roundId, drafts }: { roundId: string; drafts: readonly DraftInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("plan.drafts")}
      captionHidden
      fold
      rows={drafts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          head: t("plan.draft"),
          rowHead: true,
          cell: ({ id, name, quality }) => (
            <span className="person">
              <a href={paths.planDraft(roundId, id)}>{name}</a>
              <small>{quality}</small>
            </span>
          ),
        },
        {
          key: "waits",
          head: t("plan.waitsOf"),
          foldLabel: t("plan.waitsOf"),
          cell: ({ waits, mostWaits }) => (
            <>
              {t("plan.waits", { count: waits })}
              {waits > 0 ? <>, {t("plan.mostWaits", { count: mostWaits })}</> : null}
            </>
          ),
        },
        {
          key: "blocking",
          head: t("plan.blocks"),
          foldLabel: t("plan.blocks"),
          cell: ({ blocking }) => t("plan.blocking", { count: blocking }),
        },
        {
          key: "told",
          head: t("plan.told"),
          foldLabel: t("plan.told"),
          cell: ({ told }) => t("plan.peopleCount", { count: told }),
        },
      ]}
    />
  );
}
