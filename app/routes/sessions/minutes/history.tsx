import { useLoaderData } from "@remix-run/react";
import { findMinutesHistory } from "#app/domain/minutes/find-minutes-item.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { MinutesHistoryPage } from "#app/ui/minutes/MinutesHistoryPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
  const { session, item, revisions } = await findMinutesHistory(visit.db, visit.actor, ids);
  return {
    title: visit.text("minutes.historyTitle", { item: item.title }),
    session: recordSession(session, visit),
    lang: languageTag(session.language),
    revisions: revisions.map(({ by, at, isCorrection, ...revision }) => ({
      ...revision,
      isCorrection: isCorrection === 1,
      written: visit.text("minutes.writtenBy", { name: by, at: visit.formats.dateTime(at) }),
    })),
  };
});

export default function MinutesHistory() {
  return <MinutesHistoryPage {...useLoaderData<typeof loader>()} />;
}
