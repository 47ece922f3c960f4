import { useActionData, useLoaderData } from "@remix-run/react";
import { Forbidden } from "#app/domain/errors.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { raiseUnread } from "#app/domain/knowledge/raise-unread.server.ts";
import { unreadForm } from "#app/domain/knowledge/second-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { UnreadSharingPage } from "#app/ui/contributions/sharing/UnreadSharingPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const record = contributionView(await findContribution(visit.db, visit.actor, param(args, "number")), visit);
  if (!record.may.raiseUnread) throw new Forbidden("sharing.raise-unread");
  return { title: visit.text("sharing.unreadTitle", { number: record.number }), record };
});

export const action = deed({
  input: unreadForm,
  act: (visit, input, store, args) =>
    raiseUnread(store, visit.actor, { ...input, number: param(args, "number") }, visit.now),
  then: ({ number }) => withFlash(paths.contribution(number), "sharing.granted"),
});

export const clientAction = sendForm;

export default function UnreadSharing() {
  const { record } = useLoaderData<typeof loader>();
  return <UnreadSharingPage record={record} answer={useActionData<typeof action>()} />;
}
