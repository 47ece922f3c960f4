import { useLoaderData } from "@remix-run/react";
import { findRoundRecords } from "#app/domain/minutes/find-record.server.ts";
import { page } from "#app/http/page.server.ts";
import { readAs } from "#app/http/paper-file.server.ts";
import { param } from "#app/http/param.ts";
import { label } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { PaperPage } from "#app/ui/minutes/PaperPage.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { roundDocument } from "#app/views/minutes/record-document.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const found = await findRoundRecords(visit.db, visit.actor, param(args, "roundId"), visit.now);
  const as = readAs(args) === "viewer" ? ("mine" as const) : null;
  const { title, blocks, notes } = roundDocument(found, readAs(args), visit);
  const round = { id: found.round.id, title: label(found.round.titles, visit.locale) };
  return { title, blocks, notes, as, round, isEmpty: found.records.length === 0 };
});

export default function RoundMinutes() {
  const { round, as, ...paper } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PaperPage
      {...paper}
      breadcrumbs={useRoundBreadcrumbs(t("documents.compiled"), { round })}
      as={as}
      page={(whose) => paths.roundMinutes(round.id, whose)}
      files={{ docx: paths.roundMinutesDocx(round.id, as), pdf: paths.roundMinutesPdf(round.id, as) }}
    />
  );
}
