import type { ReactNode } from "react";
import type { Text } from "#app/i18n/text.ts";
import type { Column } from "#app/ui/base/Table.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";

interface Retirable {
  id: string;
  name: ReactNode;
  retired: boolean;
}

/** The names of a list, each a link to its page; what is retired says so. */
export function nameColumn<Row extends Retirable>(t: Text, page: (id: string) => string): Column<Row> {
  return {
    key: "name",
    head: t("admin.name"),
    rowHead: true,
    cell: ({ id, name, retired }) => (
      <>
        <a href={page(id)}>{name}</a> {retired ? <Tag>{t("admin.retired")}</Tag> : null}
      </>
    ),
  };
}
