import { useLoaderData } from "@remix-run/react";
import { previewMails } from "#app/domain/planning/preview-mails.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { ReleaseMailsPage } from "#app/ui/planning/ReleaseMailsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { draftName } from "#app/views/planning/draft-view.server.ts";
import { plannedRound } from "#app/views/planning/frame-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { store, config } = visit.context;
  const ids = {
    roundId: param(args, "roundId"),
    draftId: param(args, "draftId"),
    accountId: param(args, "accountId"),
  };
  const preview = await previewMails(store, visit.actor, ids, { site: config, mails }, visit.now);
  const { round, draft } = preview.page;
  return {
    title: visit.text("plan.mailsTo", { name: preview.name }),
    round: plannedRound(round, visit),
    draft: { id: draft.id, name: draftName(draft, visit) },
    mails: preview.mails,
  };
});

export default function ReleaseMails() {
  return <ReleaseMailsPage {...useLoaderData<typeof loader>()} />;
}
