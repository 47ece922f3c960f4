import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findToken } from "#app/domain/tokens/find-tokens.server.ts";
import { revokeToken } from "#app/domain/tokens/revoke-token.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, text }, args) => {
  const { name } = await findToken(db, actor, param(args, "tokenId"));
  return {
    title: text("tokens.revokeTitle", { name }),
    what: text("tokens.revokeText"),
    submit: text("tokens.revoke"),
    back: paths.accountTokens(),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => revokeToken(store, visit.actor, { tokenId: param(args, "tokenId") }, visit.now),
  then: (_result, visit, _input, args) => {
    tell(visit, "token.revoked", { place: param(args, "tokenId") });
    return withFlash(paths.accountTokens(), "tokens.revoked");
  },
});

export const clientAction = sendForm;

export default function Revocation() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
