import { useLoaderData } from "@remix-run/react";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findSimilar } from "#app/domain/knowledge/find-similar.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { ContributionActions } from "#app/ui/contributions/page/ContributionActions.tsx";
import { ContributionPage } from "#app/ui/contributions/page/ContributionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";
import { similarView } from "#app/views/contributions/similar-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const language = new URL(args.request.url).searchParams.get("language");
  const found = await findContribution(visit.db, visit.actor, param(args, "number"));
  const similar = await findSimilar(visit.db, visit.actor, visit.matcher, found.number);
  const record = contributionView(found, visit, language);
  return { title: record.title || visit.text("knowledge.untitled"), record, similar: similar.map(similarView) };
});

export default function Contribution() {
  const { record, similar } = useLoaderData<typeof loader>();
  return <ContributionPage record={record} similar={similar} actions={<ContributionActions record={record} />} />;
}
