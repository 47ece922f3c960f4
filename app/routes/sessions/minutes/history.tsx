import { useLoaderData } from "@remix-run/react";
import { findMinutesHistory } from "#app/domain/minutes/find-minutes-item.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { MinutesHistoryPage } from "#app/ui/minutes/MinutesHistoryPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
  const asked = new URL(args.request.url).searchParams.get("before") ?? "";
  const before = /^\d{1,9}$/.test(asked) ? Number(asked) : null;
  const { session, item, revisions, older } = await findMinutesHistory(visit.db, visit.actor, { ...ids, before });
  return {
    title: visit.text("minutes.historyTitle", { item: item.title }),
    session: recordSession(session, visit),
    older: older === null ? null : paths.minutesHistory(session.id, item.id, older),
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
