import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { reactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findAccount } from "#app/domain/people/find-accounts.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, text }, args) => {
  const { name } = await findAccount(db, actor, param(args, "id"));
  return {
    title: text("admin.reactivateTitle", { name }),
    what: text("admin.reactivateText"),
    submit: text("admin.reactivate"),
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: confirmation,
  act: (visit, _input, store, args) =>
    reactivateAccount(store, visit.actor, { accountId: param(args, "id") }, visit.now),
  then: () => withFlash(paths.adminAccounts(), "admin.reactivated"),
});

export const clientAction = sendForm;

export default function Reactivation() {
  const answer = useActionData<typeof action>();
  return <ConfirmPage {...useLoaderData<typeof loader>()} back={paths.adminAccounts()} answer={answer} />;
}
