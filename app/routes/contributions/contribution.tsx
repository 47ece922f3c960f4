import { useLoaderData } from "@remix-run/react";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findSimilar } from "#app/domain/knowledge/find-similar.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { ContributionActions } from "#app/ui/contributions/page/ContributionActions.tsx";
import { ContributionPage } from "#app/ui/contributions/page/ContributionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, matcher, actor, locale, formats, text }, args) => {
  const language = new URL(args.request.url).searchParams.get("language");
  const record = await findContribution(db, actor, param(args, "number"), { locale, language, formats });
  const similar = await findSimilar(db, actor, matcher, record.number);
  return { title: record.title || text("knowledge.untitled"), record, similar };
});

export default function Contribution() {
  const { record, similar } = useLoaderData<typeof loader>();
  return <ContributionPage record={record} similar={similar} actions={<ContributionActions record={record} />} />;
}
