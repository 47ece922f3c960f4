import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { administratorInput } from "#app/domain/people/account-input.server.ts";
import { changeAdministrator } from "#app/domain/people/change-administrator.server.ts";
import { findAccount } from "#app/domain/people/find-accounts.server.ts";
import { askToConfirm, requireConfirmed } from "#app/http/confirmed.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { actor, db, text } = visit;
  const { name, isAdministrator } = await findAccount(db, actor, param(args, "id"));
  await askToConfirm(visit, args.request);
  return isAdministrator
    ? {
        administers: "",
        title: text("admin.endAdministratorTitle", { name }),
        what: text("admin.endAdministratorText"),
        submit: text("admin.endAdministrator"),
      }
    : {
        administers: "on",
        title: text("admin.makeAdministratorTitle", { name }),
        what: text("admin.makeAdministratorText"),
        submit: text("admin.makeAdministrator"),
      };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: administratorInput,
  act: async (visit, { administers }, store, args) => {
    await requireConfirmed(visit);
    return changeAdministrator(store, visit.actor, { accountId: param(args, "id"), administers }, visit.now);
  },
  then: () => withFlash(paths.adminAccounts(), "admin.administratorsChanged"),
});

export const clientAction = sendForm;

export default function AccountAdministrator() {
  const { administers, ...ask } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage {...ask} back={paths.adminAccounts()} answer={useActionData<typeof action>()} names={{}}>
      <input type="hidden" name="administers" value={administers} />
    </ConfirmPage>
  );
}
