import { useLoaderData } from "@remix-run/react";
import { readThroughGlass } from "#app/domain/minutes/glass/find-glass.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { PaperBlocks } from "#app/ui/minutes/PaperBlocks.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { glassOpeningView } from "#app/views/glass/glass-view.ts";
import { sessionDocument } from "#app/views/minutes/record-document.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { opening, record } = await readThroughGlass(visit.store, visit.actor, param(args, "openingId"), visit.now);
  const { title, blocks } = sessionDocument(record, "viewer", visit);
  return { title, blocks, opening: glassOpeningView(opening, visit) };
});

export default function GlassOpening() {
  const { title, blocks, opening } = useLoaderData<typeof loader>();
  const t = useText();
  const items = [
    { text: t("admin.title"), href: paths.administration() },
    { text: t("glass.title"), href: paths.glass() },
    { text: title },
  ];
  return (
    <>
      <Breadcrumbs label={t("admin.where")} items={items} />
      <PageHeader
        title={title}
        standfirst={t("glass.openUntil", { until: opening.until })}
        meta={t("glass.because", { reason: opening.reason })}
      />
      <PaperBlocks blocks={blocks} />
    </>
  );
}
