import { useActionData, useLoaderData } from "@remix-run/react";
import { passwordConfirmForm } from "#app/domain/people/account-input.server.ts";
import { confirmPassword } from "#app/domain/people/confirm-password.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { tryGiven } from "#app/http/guard-acceptance.server.ts";
import { page } from "#app/http/page.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths, safeRedirect } from "#app/paths.ts";
import { ConfirmationPage } from "#app/ui/account/ConfirmationPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

export const loader = page(async ({ account, text }, { request }) => ({
  title: text("account.confirmTitle"),
  address: account.address,
  redirectTo: safeRedirect(new URL(request.url).searchParams.get("redirectTo"), paths.account()),
}));

export const action = deed({
  input: passwordConfirmForm,
  act: (visit, { password }, store, { request }) =>
    tryGiven(visit, { request, address: visit.account.address, isSignedIn: true }, "password", () =>
      confirmPassword(store, visit.actor, { password, token: visit.token }, visit.now),
    ),
  then: (_result, visit, { redirectTo }) => {
    tell(visit, "password.confirmed");
    return safeRedirect(redirectTo, paths.account());
  },
});

export default function Confirmation() {
  return <ConfirmationPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
