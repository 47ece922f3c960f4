import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import { findTokens } from "#app/domain/tokens/find-tokens.server.ts";
import { tokenInput } from "#app/domain/tokens/token-input.ts";
import { hasConfirmed, requireConfirmed } from "#app/http/confirmed.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { TokensPage } from "#app/ui/account/TokensPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { tokenInList } from "#app/views/tokens/token-in-list.ts";

export const meta = titleMeta;

const load = page(async (visit) => ({
  title: visit.text("tokens.title"),
  isConfirmed: await hasConfirmed(visit),
  tokens: (await findTokens(visit.db, visit.actor)).map((token) => tokenInList(token, visit)),
}));

export const loader = openedOnce(load);

export const action = deed({
  input: tokenInput,
  act: async (visit, input, store) => {
    await requireConfirmed(visit);
    return createToken(store, visit.actor, input, visit.now);
  },
  made: () => `${paths.accountTokens()}#tokens`,
  // Not a redirect: the secret is in no address, and nowhere once this page is left.
  then: ({ id, secret }, visit, { name }) => {
    tell(visit, "token.made", { place: id });
    return data({ made: { secret, name } });
  },
});

export const clientAction = sendForm;

export default function Tokens() {
  const answer = useActionData<typeof action>();
  const made = answer && "made" in answer ? answer.made : null;
  const refused = answer && "errors" in answer ? answer : undefined;
  return <TokensPage {...useLoaderData<typeof loader>()} made={made} answer={refused} />;
}
