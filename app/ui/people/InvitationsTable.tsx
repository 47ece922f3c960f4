import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";

/** Invitations and what became of them; those that wait can be sent again and taken back. */
export function InvitationsTable({ caption, invitations }: { caption: string; invitations: InvitationInList[] }) {
  const t = useText();
  const columns: Column<InvitationInList>[] = [
    {
      key: "name",
      head: t("people.name"),
      rowHead: true,
      cell: ({ id, name, address }) => (
        <>
          <a href={paths.invitationSent(id)}>{name}</a>
          <small className="line">{address}</small>
        </>
      ),
    },
    {
      key: "role",
      head: t("people.role"),
      foldLabel: t("people.role"),
      cell: ({ role, delegation, speaks }) => (
        <>
          {delegation ? `${role}, ${delegation}` : role} {speaks ? <Tag>{t("people.speaks")}</Tag> : null}
        </>
      ),
    },
    {
      key: "state",
      head: t("people.stateHead"),
      foldLabel: t("people.stateHead"),
      cell: ({ stateText, invitedBy }) => (
        <>
          {stateText}
          <small className="line">{invitedBy}</small>
        </>
      ),
    },
    {
      key: "act",
      head: t("people.act"),
      headHidden: true,
      kind: "buttons",
      cell: ({ id, name, awaited }) =>
        awaited ? (
          <span className="cluster">
            <a href={paths.newInvitation({ again: id })}>
              {t("people.inviteAgain")}
              <span className="visually-hidden">: {name}</span>
            </a>
            <a href={paths.invitationWithdrawal(id)}>
              {t("people.withdraw")}
              <span className="visually-hidden">: {name}</span>
            </a>
          </span>
        ) : null,
    },
  ];
  return <Table caption={caption} captionHidden fold rows={invitations} rowKey={({ id }) => id} columns={columns} />;
}
