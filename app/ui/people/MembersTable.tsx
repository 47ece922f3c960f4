import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";
import type { MemberInList } from "#app/views/people/member-list.ts";

/** Members as a table to compare; addresses only where the server gave them. */
export function MembersTable({ members, manages }: { members: MemberInList[]; manages: boolean }) {
  const t = useText();
  const columns: Column<MemberInList>[] = [
    {
      key: "name",
      head: t("people.name"),
      rowHead: true,
      cell: ({ name, deactivated }) => (
        <>
          {name} {deactivated ? <Tag>{t("people.deactivated")}</Tag> : null}
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
  ];
  if (manages) {
    columns.push(
      {
        key: "address",
        head: t("people.address"),
        foldLabel: t("people.address"),
        cell: ({ address }) => (address ? <a href={`mailto:${address}`}>{address}</a> : "–"),
      },
      {
        key: "edit",
        head: t("common.edit"),
        headHidden: true,
        kind: "buttons",
        cell: ({ membershipId, name }) => (
          <a href={paths.member(membershipId)}>
            {t("common.edit")}
            <span className="visually-hidden">: {name}</span>
          </a>
        ),
      },
    );
  }
  return (
    <Table
      caption={t("people.members")}
      captionHidden
      columns={columns}
      rows={members}
      rowKey={({ membershipId }) => membershipId}
      fold
    />
  );
}
