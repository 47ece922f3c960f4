import { useLoaderData } from "@remix-run/react";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { page } from "#app/http/page.server.ts";
import { RecordHistory } from "#app/ui/knowledge/RecordHistory.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async ({ db, actor, locale, formats, text }, { params }) => {
  const history = await findHistory(db, actor, params.number!, { locale, formats });
  return { title: text("knowledge.historyTitle", { number: history.number }), ...history };
});

export default function ContributionHistory() {
  return <RecordHistory {...useLoaderData<typeof loader>()} />;
}
