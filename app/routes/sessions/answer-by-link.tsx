import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { answerForm } from "#app/domain/sessions/answers/answer-input.ts";
import { answerByLink, findLinkedInvitation } from "#app/domain/sessions/answers/answer-links.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { orShowGone } from "#app/http/link-gone.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { trySecretLink } from "#app/http/pressed.server.ts";
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
  const asked = new URL(args.request.url).searchParams;
  const invitation = linkedInvitationView(found, { chosen: asked.get("answer"), isDone: asked.has("done") }, visit);
  return data({ title: visit.text("answers.title"), invitation });
});

export const action = publicDeed({
  input: answerForm,
  act: (visit, input, store, args) => {
    const token = param(args, "token");
    const answer = () => answerByLink(store, { ...input, token }, visit.now);
    return orShowGone(paths.answer(token), () => trySecretLink(visit.context, answer));
  },
  then: (_done, _visit, _input, args) => paths.answer(param(args, "token"), { done: 1 }),
});

export default function AnswerByLink() {
  const { invitation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return invitation === null ? <LinkGonePage kind="answer" /> : <AnswerByLinkPage {...invitation} answer={answer} />;
}
