import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/base/Table.tsx";
import type { FeedInList } from "#app/views/tokens/feed-in-list.ts";

/** A person's feeds with what they are of and when a calendar last asked. */
export function FeedsTable({ feeds }: { feeds: FeedInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("calendars.yours")}
      captionHidden
      fold
      rows={feeds}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", head: t("tokens.name"), rowHead: true, cell: ({ name }) => name },
        {
          key: "of",
          head: t("calendars.which"),
          foldLabel: t("calendars.which"),
          cell: ({ of }) => of ?? t("calendars.ofNothing"),
        },
        {
          key: "discloses",
          head: t("calendars.shows"),
          foldLabel: t("calendars.shows"),
          cell: ({ discloses }) => t(discloses ? "calendars.showsAll" : "calendars.showsTime"),
        },
        { key: "created", head: t("tokens.created"), foldLabel: t("tokens.created"), cell: ({ created }) => created },
        {
          key: "lastUsed",
          head: t("calendars.lastUsed"),
          foldLabel: t("calendars.lastUsed"),
          cell: ({ lastUsed }) => lastUsed ?? t("tokens.neverUsed"),
        },
        {
          key: "act",
          head: t("tokens.act"),
          headHidden: true,
          kind: "buttons",
          cell: ({ id, name }) => (
            <a href={paths.feedRevocation(id)}>
              {t("calendars.revoke")}
              <span className="visually-hidden">: {name}</span>
            </a>
          ),
        },
      ]}
    />
  );
}
