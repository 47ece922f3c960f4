import { useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { endSignIns, findSignIns } from "#app/domain/people/end-sign-ins.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { SignInsPage } from "#app/ui/account/SignInsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ account, db, formats, now, text, token }) => {
  const found = await findSignIns(db, account.id, token, now);
  return {
    title: text("account.signIns"),
    signIns: found.map(({ startedAt, current }) => ({ id: startedAt, started: formats.dateTime(startedAt), current })),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store) => endSignIns(store, visit.actor, visit.now),
  then: () => withFlash(paths.signIn(), "signIn.signedOut"),
});

export default function SignIns() {
  return <SignInsPage {...useLoaderData<typeof loader>()} />;
}
