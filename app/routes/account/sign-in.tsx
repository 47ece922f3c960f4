import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerSignIn } from "#app/http/answer-sign-in.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { paths, safeRedirect } from "#app/paths.ts";
import { SignInPage } from "#app/ui/account/SignInPage.tsx";
import { UnsavedPage } from "#app/ui/account/UnsavedPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const handle = { plain: true };
export const meta = titleMeta;

// Retry-After of a refusal.
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

export const loader = publicPage(async (visit, { request }) => {
  const { searchParams } = new URL(request.url);
  const redirectTo = safeRedirect(searchParams.get("redirectTo"), paths.home());
  if (visit.account && !visit.justSignedIn && !searchParams.has("kept")) throw redirect(redirectTo);
  return { title: visit.text("signIn.title"), redirectTo };
});

export const action = (args: ActionFunctionArgs) => answerSignIn(args);

export default function SignIn() {
  const { redirectTo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "unsaved" in answer) return <UnsavedPage unsaved={answer.unsaved} />;
  return <SignInPage answer={answer} redirectTo={redirectTo} />;
}
