import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSharing } from "#app/domain/knowledge/change-sharing.server.ts";
import { findSharing } from "#app/domain/knowledge/find-sharing.server.ts";
import { sharingForm } from "#app/domain/knowledge/sharing-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { SharingPage } from "#app/ui/contributions/sharing/SharingPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, actor, locale, formats, text }, args) => {
  const sharing = await findSharing(db, actor, param(args, "number"), { locale, formats });
  return { title: text("sharing.titleOf", { number: sharing.number }), sharing };
});

export const action = deed({
  input: sharingForm,
  act: (visit, input, store, args) =>
    changeSharing(store, visit.actor, { ...input, number: param(args, "number") }, visit.now),
  then: ({ stillSeen, number, flash }) =>
    stillSeen ? withFlash(paths.contribution(number), flash) : withFlash(paths.myContributions(), flash),
});

export default function ContributionSharing() {
  const { sharing } = useLoaderData<typeof loader>();
  return <SharingPage sharing={sharing} answer={useActionData<typeof action>()} />;
}
