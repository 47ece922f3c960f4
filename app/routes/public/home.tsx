import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anonymous } from "#app/domain/access/actor.ts";
import type { ContributionHit } from "#app/domain/knowledge/contribution-hits.server.ts";
import { findNews } from "#app/domain/news/find-news.server.ts";
import { findProgrammeOnPages } from "#app/domain/programme/find-programme.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { ASK_AGAIN_AFTER, unlessNotReady } from "#app/domain/search/search-not-ready.ts";
import { localisedPage, publicAddress } from "#app/http/localised-page.server.ts";
import { paths } from "#app/paths.ts";
import { PublicHome } from "#app/ui/public/PublicHome.tsx";
import { publicMeta } from "#app/ui/public/public-meta.ts";
import { communiqueInList } from "#app/views/news/communique-view.ts";
import { programmeWords } from "#app/views/programme/programme-words.ts";

export const handle = { public: true };
export const meta = publicMeta;
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = localisedPage(async (visit) => {
  const { db, matcher, locale, text } = visit;
  const news = await findNews(db);
  // As everybody sees them, whoever looks: a signed-in reader must be able to trust this page.
  const asked = search(db, anonymous, { query: "", locale, limit: 3, types: ["contribution"] }, matcher);
  const found = await unlessNotReady(asked);
  const programme = await findProgrammeOnPages(db, null);
  const words = programme && programmeWords(programme, locale);
  const shown = {
    title: words?.name || text("publicPages.homeTitle"),
    heading: words?.name || text("publicPages.heading"),
    description: words?.description || text("publicPages.standfirst"),
    publicAt: publicAddress(visit, paths.publicHome),
    news: news.slice(0, 2).map((communique) => communiqueInList(communique, visit)),
    records: found?.hits.filter((hit): hit is ContributionHit => hit.recordType === "contribution") ?? null,
    total: found?.total ?? 0,
  };
  // Without its records it opens again by itself, and is not stored.
  return data(shown, found ? {} : { headers: { Refresh: String(ASK_AGAIN_AFTER) } });
});

export default function Home() {
  return <PublicHome {...useLoaderData<typeof loader>()} />;
}
