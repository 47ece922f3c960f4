import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { answerForm } from "#app/domain/sessions/answers/answer-input.ts";
import { answerByLink, findLinkedInvitation } from "#app/domain/sessions/answers/answer-links.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { orShowGone } from "#app/http/link-gone.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { trySecretLink } from "#app/http/pressed.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { LinkGonePage } from "#app/ui/account/LinkGonePage.tsx";
import { AnswerByLinkPage } from "#app/ui/sessions/AnswerByLinkPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { linkedInvitationView } from "#app/views/sessions/linked-invitation-view.server.ts";

export const handle = { plain: true };
export const meta = titleMeta;
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

// Opening the link answers nothing: programs that look at mails open links too.
export const loader = publicPage(async (visit, args) => {
  const found = await findLinkedInvitation(visit.db, param(args, "token"), visit.now).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!found) return data({ title: visit.text("signIn.goneTitle"), invitation: null }, { status: 404 });
  openInTheirLanguage(visit, args, found.person.locale);
  const asked = new URL(args.request.url).searchParams;
  const invitation = linkedInvitationView(found, { chosen: asked.get("answer"), isDone: asked.has("done") }, visit);
  return data({ title: visit.text("answers.title"), invitation });
});

/** The page speaks the language of the mail at first; from then on its reader chooses. */
function openInTheirLanguage({ account, locale, context }: Visit, args: LoaderFunctionArgs, mails: string) {
  const asked = new URL(args.request.url).searchParams;
  if (account || asked.has("language") || mails === locale || !isInterfaceLocale(mails)) return;
  const address = paths.answer(param(args, "token"), { answer: asked.get("answer") ?? undefined, language: mails });
  throw redirect(address, { headers: { "Set-Cookie": localeCookie(mails, context.config.https) } });
}

export const action = publicDeed({
  input: answerForm,
  act: (visit, input, store, args) => {
    const token = param(args, "token");
    const answer = async () => {
      await takeFrom(visit.context, [["answerLink", sha256(token)]]);
      return answerByLink(store, { ...input, token }, visit.now);
    };
    return orShowGone(paths.answer(token), () => trySecretLink(visit.context, answer));
  },
  then: (_done, _visit, _input, args) => paths.answer(param(args, "token"), { done: 1 }),
});

export default function AnswerByLink() {
  const { invitation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return invitation === null ? <LinkGonePage kind="answer" /> : <AnswerByLinkPage {...invitation} answer={answer} />;
}
