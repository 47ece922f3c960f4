import { useLoaderData } from "@remix-run/react";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { DraftPage } from "#app/ui/planning/DraftPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { draftView } from "#app/views/planning/draft-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), draftId: param(args, "draftId") };
  leaveOutEmpty(args.request);
  const other = new URL(args.request.url).searchParams.get("with");
  const draft = draftView(await findDraft(visit.db, visit.actor, ids, visit.now), other, visit);
  return { title: draft.name, draft };
});

export default function Draft() {
  return <DraftPage draft={useLoaderData<typeof loader>().draft} />;
}
