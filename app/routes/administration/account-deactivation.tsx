import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findAccount } from "#app/domain/people/find-accounts.server.ts";
import { findSessionsToCome } from "#app/domain/sessions/find-sessions-to-come.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { SessionsToCome } from "#app/ui/administration/SessionsToCome.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { sessionsToComeView } from "#app/views/sessions/sessions-to-come-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, text } = visit;
  const accountId = param(args, "id");
  const { name } = await findAccount(db, actor, accountId);
  return {
    title: text("admin.deactivateTitle", { name }),
    what: text("admin.deactivateText"),
    submit: text("admin.deactivate"),
    toCome: sessionsToComeView(await findSessionsToCome(db, actor, accountId, visit.now), visit),
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: confirmation,
  act: (visit, _input, store, args) =>
    deactivateAccount(store, visit.actor, { accountId: param(args, "id") }, visit.now),
  then: () => withFlash(paths.adminAccounts(), "admin.deactivated"),
});

export const clientAction = sendForm;

export default function Deactivation() {
  const { toCome, ...asked } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage {...asked} back={paths.adminAccounts()} answer={useActionData<typeof action>()} names={{}}>
      <SessionsToCome groups={toCome} />
    </ConfirmPage>
  );
}
