import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { classNames } from "#app/ui/base/class-names.ts";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";
import type { MemberInList } from "#app/views/people/member-list.ts";

export interface MembersTableProps {
  /** The delegation; null for a list of all. */
  caption: string | null;
  members: MemberInList[];
  manages: boolean;
  /** The caption names the delegation: the rows need not. */
  grouped?: boolean;
}

/** Members as a table to compare; addresses, under the names, only where the server gave them. */
export function MembersTable({ caption, members, manages, grouped }: MembersTableProps) {
  const t = useText();
  const name: Column<MemberInList> = {
    key: "name",
    head: t("people.name"),
    rowHead: true,
    cell: ({ name: who, deactivated, address, bounced, speaks }) => (
      <>
        {who} {grouped && speaks ? <Tag>{t("people.speaks")}</Tag> : null}
        {deactivated ? <Tag>{t("people.deactivated")}</Tag> : null}
        {address ? (
          <small className="line">
            <a href={`mailto:${address}`}>{address}</a>
          </small>
        ) : null}
        {bounced ? (
          <Badge icon="warn" tone={bounced === "permanent" ? "bad" : "warn"}>
            {t(`people.bounced.${bounced}`)}
          </Badge>
        ) : null}
      </>
    ),
  };
  const delegation: Column<MemberInList> = {
    key: "delegation",
    head: t("people.delegation"),
    foldLabel: t("people.delegation"),
    cell: ({ delegation: of, speaks }) => (
      <>
        {of ?? "–"} {speaks ? <Tag>{t("people.speaks")}</Tag> : null}
      </>
    ),
  };
  const edit: Column<MemberInList> = {
    key: "edit",
    head: t("common.edit"),
    headHidden: true,
    kind: "buttons",
    cell: ({ membershipId, name: who }) => (
      <a href={paths.member(membershipId)}>
        {t("common.edit")}
        <span className="visually-hidden">: {who}</span>
      </a>
    ),
  };
  const columns: Column<MemberInList>[] = [
    name,
    { key: "role", head: t("people.role"), foldLabel: t("people.role"), cell: ({ role }) => role },
    ...(grouped ? [] : [delegation]),
    {
      key: "institution",
      head: t("people.institution"),
      foldLabel: t("people.institution"),
      cell: ({ institution }) => institution ?? "–",
    },
    ...(manages ? [edit] : []),
  ];
  return (
    <Table
      caption={caption ?? t("people.members")}
      captionHidden={caption === null}
      className={classNames("table--people", grouped && "table--even")}
      columns={columns}
      rows={members}
      rowKey={({ membershipId }) => membershipId}
      fold
    />
  );
}
