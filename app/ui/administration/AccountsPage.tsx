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
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            head: t("people.name"),
            rowHead: true,
            cell: ({ name, isAdministrator }) => (
              <>
                {name} {isAdministrator ? <Tag>{t("admin.administrator")}</Tag> : null}
              </>
            ),
          },
          {
            key: "address",
            head: t("people.address"),
            foldLabel: t("people.address"),
            cell: ({ address }) => address,
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
            cell: ({ id, name, active, self }) =>
              self ? null : (
                <a href={active ? paths.accountDeactivation(id) : paths.accountReactivation(id)}>
                  {t(active ? "admin.deactivate" : "admin.reactivate")}
                  <span className="visually-hidden">: {name}</span>
                </a>
              ),
          },
        ]}
      />
    </>
  );
}
