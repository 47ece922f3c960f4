import { useLoaderData } from "@remix-run/react";
import { findAccounts } from "#app/domain/people/find-accounts.server.ts";
import { page } from "#app/http/page.server.ts";
import { textOf } from "#app/i18n/text.ts";
import { AccountsPage } from "#app/ui/administration/AccountsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ account, actor, db, formats, text }) => ({
  title: text("admin.accounts"),
  rows: (await findAccounts(db, actor, formats.collator)).map(({ memberships, ...row }) => ({
    ...row,
    self: row.id === account.id,
    groups: memberships.map(({ code, role }) => `${code}: ${textOf(text, `codes.role.${role}`)}`).join(", "),
  })),
}));

export default function Accounts() {
  return <AccountsPage {...useLoaderData<typeof loader>()} />;
}
