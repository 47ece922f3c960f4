import { useActionData, useLoaderData } from "@remix-run/react";
import { passwordChangeForm } from "#app/domain/people/account-input.server.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { tryGiven } from "#app/http/guard-acceptance.server.ts";
import { page } from "#app/http/page.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { PasswordPage } from "#app/ui/account/PasswordPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

export const loader = page(async ({ account, text }) => ({
  title: text("account.changePassword"),
  address: account.address,
}));

export const action = deed({
  input: passwordChangeForm,
  // Whoever sits down at an open computer must not be able to try passwords at leisure.
  act: (visit, input, store, { request }) =>
    tryGiven(visit, { request, address: visit.account.address, isSignedIn: true }, "currentPassword", () =>
      changePassword(store, visit.actor, { ...input, token: visit.token }, visit.now),
    ),
  then: (_result, visit) => {
    tell(visit, "password.changed");
    return withFlash(paths.account(), "account.passwordChanged");
  },
});

export default function Password() {
  return <PasswordPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
