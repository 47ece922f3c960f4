import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findFeed } from "#app/domain/tokens/find-feeds.server.ts";
import { revokeFeed } from "#app/domain/tokens/revoke-feed.server.ts";
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
  const { name } = await findFeed(db, actor, param(args, "feedId"));
  return {
    title: text("calendars.revokeTitle", { name }),
    what: text("calendars.revokeText"),
    submit: text("calendars.revoke"),
    back: paths.accountCalendars(),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => revokeFeed(store, visit.actor, { feedId: param(args, "feedId") }, visit.now),
  then: (_result, visit, _input, args) => {
    tell(visit, "feed.revoked", { place: param(args, "feedId") });
    return withFlash(paths.accountCalendars(), "calendars.revoked");
  },
});

export const clientAction = sendForm;

export default function Revocation() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
