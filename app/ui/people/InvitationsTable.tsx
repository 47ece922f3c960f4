import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/base/Table.tsx";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";

/** Invitations that nobody has accepted yet. */
export function InvitationsTable({ invitations }: { invitations: InvitationInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("people.invitations")}
      captionHidden
      fold
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", head: t("people.name"), rowHead: true, cell: ({ name }) => name },
        { key: "role", head: t("people.role"), foldLabel: t("people.role"), cell: ({ role }) => role },
        { key: "address", head: t("people.address"), foldLabel: t("people.address"), cell: ({ address }) => address },
        { key: "until", head: t("people.until"), foldLabel: t("people.until"), cell: ({ until }) => until },
        {
          key: "act",
          head: t("people.act"),
          headHidden: true,
          kind: "buttons",
          cell: ({ id, name }) => (
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
          ),
        },
      ]}
    />
  );
}
