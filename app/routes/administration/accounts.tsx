import { useLoaderData } from "@remix-run/react";
import { findAccounts } from "#app/domain/people/find-accounts.server.ts";
import { page } from "#app/http/page.server.ts";
import { AccountsPage } from "#app/ui/administration/AccountsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { accountList } from "#app/views/people/account-list.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const accounts = accountList(await findAccounts(visit.db, visit.actor), visit);
  return {
    title: visit.text("admin.accounts"),
    rows: accounts.map((account) => ({ ...account, self: account.id === visit.account.id })),
  };
});

export default function Accounts() {
  return <AccountsPage {...useLoaderData<typeof loader>()} />;
}
