import { useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { endSignIns, findSignIns } from "#app/domain/people/end-sign-ins.server.ts";
import { findOwnHelp } from "#app/domain/people/password-help.server.ts";
import { findOwnSecurityEvents } from "#app/domain/security/find-security-events.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { SignInsPage } from "#app/ui/account/SignInsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { helpInList } from "#app/views/people/help-text.ts";
import { securityEventInList, signInInList } from "#app/views/security/security-list.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const { account, actor, db, now, text, token } = visit;
  const running = await findSignIns(db, account.id, token, now);
  return {
    title: text("account.signIns"),
    signIns: running.map((signIn) => signInInList(signIn, visit)),
    helps: (await findOwnHelp(db, actor)).map((help) => helpInList(help, visit, true)),
    events: (await findOwnSecurityEvents(db, account.id)).map((event) => securityEventInList(event, visit)),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store) => endSignIns(store, visit.actor, visit.now),
  then: (_result, visit) => {
    tell(visit, "sign-ins.ended");
    return withFlash(paths.signIn(), "signIn.signedOut");
  },
});

export default function SignIns() {
  return <SignInsPage {...useLoaderData<typeof loader>()} />;
}
