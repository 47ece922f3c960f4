import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";
import type { AccountInList } from "#app/views/people/account-list.ts";

interface AccountRow extends AccountInList {
  /** The viewer's own. */
  self: boolean;
}

/** All accounts, what they belong to, and whether they are open. */
export function AccountsPage({ title, rows }: { title: string; rows: AccountRow[] }) {
  const t = useText();
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, { text: title }]}
      />
      <PageHeader title={title} standfirst={t("admin.accountsText")} />
      <Table
        caption={title}
        captionHidden
        fold
        className="table--people"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            head: t("people.name"),
            rowHead: true,
            cell: ({ name, address, isAdministrator }) => (
              <>
                {name} {isAdministrator ? <Tag>{t("admin.administrator")}</Tag> : null}
                <small className="line">{address}</small>
              </>
            ),
          },
          {
            key: "groups",
            head: t("admin.groups"),
            foldLabel: t("admin.groups"),
            cell: ({ groups }) => groups || "–",
          },
          {
            key: "state",
            head: t("admin.state"),
            foldLabel: t("admin.state"),
            cell: ({ active }) => t(active ? "admin.active" : "people.deactivated"),
          },
          {
            key: "act",
            head: t("people.act"),
            headHidden: true,
            kind: "buttons",
            cell: ({ self, ...row }) => (self ? null : <AccountLinks {...row} />),
          },
        ]}
      />
    </>
  );
}

function AccountLinks({ id, name, active, isAdministrator }: AccountInList) {
  const t = useText();
  const open = [
    { href: paths.accountReset(id), text: t("admin.resetPassword") },
    {
      href: paths.accountAdministrator(id),
      text: t(isAdministrator ? "admin.endAdministrator" : "admin.makeAdministrator"),
    },
    { href: paths.accountDeactivation(id), text: t("admin.deactivate") },
  ];
  const links = active ? open : [{ href: paths.accountReactivation(id), text: t("admin.reactivate") }];
  return (
    <span className="cluster">
      {links.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
          <span className="visually-hidden">: {name}</span>
        </a>
      ))}
    </span>
  );
}
