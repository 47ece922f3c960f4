import { useActionData, useLoaderData } from "@remix-run/react";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findSharingRequest } from "#app/domain/knowledge/find-sharing.server.ts";
import { decisionForm } from "#app/domain/knowledge/sharing-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { SharingRequestPage } from "#app/ui/contributions/sharing/SharingRequestPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";
import { askedView } from "#app/views/contributions/sharing-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const asked = askedView(await findSharingRequest(visit.db, visit.actor, param(args, "requestId"), visit.now), visit);
  const record = contributionView(await findContribution(visit.db, visit.actor, asked.number), visit);
  return { title: visit.text("sharing.requestOf", { number: asked.number }), record, ...asked };
});

export const action = deed({
  input: decisionForm,
  act: (visit, input, store, args) =>
    decideSharing(store, visit.actor, { ...input, requestId: param(args, "requestId") }, visit.now),
  then: ({ number, decision, waits }) =>
    withFlash(paths.contribution(number), waits ? "sharing.consented" : `sharing.${decision}`),
});

export const clientAction = sendForm;

export default function SharingRequest() {
  return <SharingRequestPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
