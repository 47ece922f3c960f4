import { useLoaderData } from "@remix-run/react";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { HistoryPage } from "#app/ui/contributions/page/HistoryPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { historyView } from "#app/views/contributions/history-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const asked = new URL(args.request.url).searchParams.get("before") ?? "";
  const before = /^\d{1,6}$/.test(asked) ? Number(asked) : null;
  const history = historyView(await findHistory(visit.db, visit.actor, param(args, "number")), visit, before);
  return { title: visit.text("knowledge.historyTitle", { number: history.number }), ...history };
});

export default function ContributionHistory() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
