import { useActionData, useLoaderData } from "@remix-run/react";
import { Forbidden } from "#app/domain/errors.ts";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findSharingRequest } from "#app/domain/knowledge/find-sharing.server.ts";
import { takeBackSharing } from "#app/domain/knowledge/take-back-sharing.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, actor, now, text }, args) => {
  const requestId = param(args, "requestId");
  const { contribution, request } = await findSharingRequest(db, actor, requestId, now);
  if (!request.asked.byActor) throw new Forbidden("sharing.ask");
  const { number } = contribution;
  const { mayTakeBack } = request;
  const back = paths.sharingRequest(requestId);
  return {
    title: text("sharing.takeBackTitle", { number }),
    breadcrumbs: {
      label: text("knowledge.crumbs"),
      items: [
        { text: number, href: paths.contribution(number) },
        { text: text("sharing.requestTitle"), href: back },
        { text: text("sharing.takeBack") },
      ],
    },
    what: mayTakeBack ? text("sharing.takeBackText", { number }) : undefined,
    submit: text("sharing.takeBack"),
    impossible: mayTakeBack ? null : { why: text("sharing.decidedAlready"), backText: text("sharing.requestTitle") },
    back,
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    takeBackSharing(store, visit.actor, { requestId: param(args, "requestId") }, visit.now),
  then: ({ number }) => withFlash(paths.contribution(number), "sharing.taken-back"),
});

export const clientAction = sendForm;

export default function SharingWithdrawal() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
