import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { helpInput } from "#app/domain/people/account-input.server.ts";
import { findAccount } from "#app/domain/people/find-accounts.server.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { helpWithPassword, isPrivileged } from "#app/domain/people/request-password-reset.server.ts";
import { askToConfirm, requireConfirmed } from "#app/http/confirmed.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { leadTo } from "#app/http/lead-to.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { AccountResetPage } from "#app/ui/administration/AccountResetPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { resetLink } from "#app/views/mails/secret-links.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { actor, context, db, flash, text } = visit;
  const { id, name, address } = await findAccount(db, actor, param(args, "id"));
  await askToConfirm(visit, args.request);
  const byMail = context.config.smtpUrl !== null;
  return {
    title: text("admin.resetTitle", { name }),
    what: text(byMail ? "admin.resetTextMail" : "admin.resetTextLink", { name, address }),
    reasonHint: text("admin.resetReasonHint", { name }),
    submit: text(byMail ? "admin.resetByMail" : "admin.resetByLink"),
    impossible: !byMail && (await isPrivileged(db, id)) ? text("admin.resetNotByLink") : null,
    link: flash?.secret ?? null,
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: helpInput,
  act: async (visit, { reason }, store, args) => {
    await requireConfirmed(visit);
    const byMail = visit.context.config.smtpUrl !== null;
    return helpWithPassword(store, visit.actor, { accountId: param(args, "id"), byMail, reason }, visit.now);
  },
  then: async ({ accountId }, visit) => {
    tell(visit, "password-reset.made", { accountId, place: visit.account.id });
    const { publicUrl, smtpUrl } = visit.context.config;
    if (smtpUrl !== null) return withFlash(paths.adminAccounts(), "admin.resetSent");
    const secret = resetLink(publicUrl, await mintReset(visit.store, accountId, visit.now));
    return leadTo(visit, paths.accountReset(accountId), { secret });
  },
});

export const clientAction = sendForm;

export default function AccountReset() {
  return <AccountResetPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
