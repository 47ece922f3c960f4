import { useLoaderData } from "@remix-run/react";
import { findRecord } from "#app/domain/minutes/find-record.server.ts";
import { page } from "#app/http/page.server.ts";
import { readAs } from "#app/http/paper-file.server.ts";
import { param } from "#app/http/param.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { PaperPage } from "#app/ui/minutes/PaperPage.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { sessionDocument } from "#app/views/minutes/record-document.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const record = await findRecord(visit.db, visit.actor, param(args, "sessionId"), visit.now);
  const as = readAs(args) === "viewer" ? ("mine" as const) : null;
  const { title, blocks, notes } = sessionDocument(record, readAs(args), visit);
  return { title, blocks, notes, as, session: recordSession(record.minutes.session, visit) };
});

export default function MinutesDocument() {
  const { session, as, ...paper } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PaperPage
      {...paper}
      breadcrumbs={useRecordBreadcrumbs(t("documents.asDocument"), session, true)}
      as={as}
      page={(whose) => paths.minutesDocument(session.id, whose)}
      files={{ docx: paths.minutesDocx(session.id, as), pdf: paths.minutesPdf(session.id, as) }}
    />
  );
}
