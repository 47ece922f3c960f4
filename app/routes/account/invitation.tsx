import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { acceptInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { acceptanceInput } from "#app/domain/people/acceptance-input.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import { signInHeaders } from "#app/http/answer-sign-in.server.ts";
import { hasConfirmedHere } from "#app/http/confirmed.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { guardAcceptance } from "#app/http/guard-acceptance.server.ts";
import { leadTo } from "#app/http/lead-to.server.ts";
import { orShowGone } from "#app/http/link-gone.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { tell } from "#app/http/tell.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { InvitationPage } from "#app/ui/account/InvitationPage.tsx";
import { LinkGonePage } from "#app/ui/account/LinkGonePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { profileChoices } from "#app/views/people/profile-choices.ts";

export const meta = titleMeta;
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

export const loader = publicPage(async (visit, args) => {
  const found = await findInvitation(visit.db, param(args, "token"), visit.now).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!found) return data({ title: visit.text("signIn.goneTitle"), invitation: null }, { status: 404 });
  const { address, name, locale, role, accountId } = found;
  if (accountId === null) openInTheirLanguage(visit, args, locale);
  // Signed in with it, and not just left open: otherwise its password is asked for.
  const isTheirs = accountId !== null && visit.account?.id === accountId && (await hasConfirmedHere(visit));
  return data({
    title: visit.text("signIn.invitationTitle"),
    invitation: { address, name, locale, role, group: shownLabel(found.group, visit.locale) },
    way: accountId === null ? ("new" as const) : isTheirs ? ("signed-in" as const) : ("confirm" as const),
    otherAccount: visit.account && visit.account.id !== accountId ? visit.account.name : null,
    choices: profileChoices(visit),
  });
});

/**
 * Whoever has no account yet sees the page in the language that was chosen for them, at first: from then on they choose
 * for themselves.
 */
function openInTheirLanguage({ account, locale, context }: Visit, args: LoaderFunctionArgs, chosen: string): void {
  const wasOpened = new URL(args.request.url).searchParams.has("language");
  if (account || wasOpened || chosen === locale || !isInterfaceLocale(chosen)) return;
  const headers = { "Set-Cookie": localeCookie(chosen, context.config.https) };
  throw redirect(paths.invitation(param(args, "token"), chosen), { headers });
}

export const action = publicDeed({
  input: acceptanceInput,
  act: (visit, input, store, args) => {
    const token = param(args, "token");
    const accept = async () => {
      if (input.way === "signed-in" && !(await hasConfirmedHere(visit))) throw new NotFound("invitation");
      return acceptInvitation(store, visit.actor, { ...input, token }, visit.now);
    };
    return orShowGone(paths.invitation(token), () => guardAcceptance(visit, args.request, input, token, accept));
  },
  then: async ({ accountId }, visit, _input, args) => {
    tell(visit, "invitation.accepted", { accountId });
    const to = withFlash(paths.home(), "signIn.joined");
    if (visit.account?.id === accountId) return to;
    return leadTo(visit, to, { headers: await signInHeaders(visit, args.request, accountId) });
  },
});

export default function Invitation() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (loaded.invitation === null) return <LinkGonePage kind="invitation" />;
  return <InvitationPage {...loaded} answer={answer} />;
}
