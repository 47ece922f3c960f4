import { useText } from "#app/i18n/TextContext.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";
import type { PersonInList } from "#app/views/people/pasted-people.ts";

/** A pasted list of people as it was read, before anybody is invited. */
export function PeoplePreview({ people }: { people: readonly PersonInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("admin.preview")}
      fold
      className="table--people"
      rows={people}
      rowKey={({ row }) => String(row)}
      columns={[
        {
          key: "name",
          head: t("people.name"),
          rowHead: true,
          cell: ({ name, address }) => (
            <>
              {name}
              <small className="line">{address}</small>
            </>
          ),
        },
        { key: "role", head: t("people.role"), foldLabel: t("people.role"), cell: ({ role }) => role },
        {
          key: "delegation",
          head: t("people.delegation"),
          foldLabel: t("people.delegation"),
          cell: ({ delegation, speaks }) => (
            <>
              {delegation ?? "–"} {speaks ? <Tag>{t("people.speaks")}</Tag> : null}
            </>
          ),
        },
        {
          key: "institution",
          head: t("people.institution"),
          foldLabel: t("people.institution"),
          cell: ({ institution }) => institution ?? "–",
        },
      ]}
    />
  );
}
