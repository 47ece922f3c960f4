import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newPasswordForm } from "#app/domain/people/account-input.server.ts";
import { findReset, resetPassword } from "#app/domain/people/reset-password.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { orShowGone } from "#app/http/link-gone.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { trySecretLink } from "#app/http/pressed.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { LinkGonePage } from "#app/ui/account/LinkGonePage.tsx";
import { ResetPage } from "#app/ui/account/ResetPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const handle = { plain: true };
export const meta = titleMeta;
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

// Opening the link changes nothing: programs that look at mails open links too.
export const loader = publicPage(async (visit, args) => {
  const account = await findReset(visit.db, param(args, "token"), visit.now);
  if (!account) return data({ title: visit.text("signIn.goneTitle"), address: null }, { status: 404 });
  return data({ title: visit.text("signIn.resetTitle"), address: account.address });
});

export const action = publicDeed({
  input: newPasswordForm,
  act: async (visit, { newPassword }, store, args) => {
    const token = param(args, "token");
    const reset = () => resetPassword(store, { token, newPassword }, visit.now);
    return orShowGone(paths.reset(token), () => trySecretLink(visit.context, reset));
  },
  then: ({ accountId }, visit) => {
    tell(visit, "password-reset.used", { accountId });
    return withFlash(paths.signIn(), "signIn.passwordSet");
  },
});

export default function Reset() {
  const { address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return address === null ? <LinkGonePage kind="reset" /> : <ResetPage address={address} answer={answer} />;
}
