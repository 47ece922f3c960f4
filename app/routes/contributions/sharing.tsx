import { useActionData, useLoaderData } from "@remix-run/react";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { findSharing } from "#app/domain/knowledge/find-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { sharingForm } from "#app/domain/knowledge/sharing-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { SharingPage } from "#app/ui/contributions/sharing/SharingPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { sharingView } from "#app/views/contributions/sharing-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const sharing = sharingView(await findSharing(visit.db, visit.actor, param(args, "number"), visit.now), visit);
  return { title: visit.text("sharing.titleOf", { number: sharing.number }), sharing };
});

export const action = deed({
  input: sharingForm,
  act: async (visit, { intent, ...input }, store, args) => {
    const asked = { ...input, number: param(args, "number") };
    if (intent === "lower") {
      const { number, stillSeen } = await lowerSharing(store, visit.actor, asked, visit.now);
      return withFlash(stillSeen ? paths.contribution(number) : paths.myContributions(), "sharing.lowered");
    }
    const { granted, waits } = await askSharing(store, visit.actor, asked, visit.now);
    const flash = waits ? "sharing.consented" : granted ? "sharing.granted" : "sharing.asked";
    return withFlash(paths.contribution(asked.number), flash);
  },
  then: (next) => next,
});

export const clientAction = sendForm;

export default function ContributionSharing() {
  const { sharing } = useLoaderData<typeof loader>();
  return <SharingPage sharing={sharing} answer={useActionData<typeof action>()} />;
}
