import { useLoaderData } from "@remix-run/react";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { page } from "#app/http/page.server.ts";
import { RecordActions } from "#app/ui/knowledge/RecordActions.tsx";
import { RecordView } from "#app/ui/knowledge/RecordView.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async ({ db, actor, locale, formats, text }, { params, request }) => {
  const language = new URL(request.url).searchParams.get("language");
  const record = await findContribution(db, actor, params.number!, { locale, language, formats });
  return { title: record.title || text("knowledge.untitled"), record };
});

export default function Contribution() {
  const { record } = useLoaderData<typeof loader>();
  return <RecordView record={record} actions={<RecordActions record={record} />} />;
}
