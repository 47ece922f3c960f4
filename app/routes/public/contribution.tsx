import { useLoaderData } from "@remix-run/react";
import { anonymous } from "#app/domain/access/actor.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { localisedPage, publicAddress } from "#app/http/localised-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ContributionPage } from "#app/ui/contributions/page/ContributionPage.tsx";
import { publicMeta } from "#app/ui/public/public-meta.ts";
import { readAt } from "#app/views/contributions/citation-view.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";

export const handle = { public: true };
export const meta = publicMeta;

export const loader = localisedPage(async (visit, args) => {
  const { db, locale } = visit;
  const language = new URL(args.request.url).searchParams.get("language");
  const record = contributionView(await findContribution(db, anonymous, param(args, "number")), visit, language);
  const languages = record.versions.flatMap(({ language: told }) => told ?? []);
  return {
    title: record.title,
    description: record.summary,
    publicAt: publicAddress(visit, (code) => paths.publicContribution(code, record.number), languages),
    locale,
    record,
    cite: readAt(record, visit.context.config.publicUrl, visit, { isStored: true }),
  };
});

export default function PublicRecord() {
  const { record, cite, locale } = useLoaderData<typeof loader>();
  return <ContributionPage record={record} cite={cite} publicLocale={locale} />;
}
