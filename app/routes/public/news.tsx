import { useLoaderData } from "@remix-run/react";
import { findNews } from "#app/domain/news/find-news.server.ts";
import { localisedPage, publicAddress } from "#app/http/localised-page.server.ts";
import { paths } from "#app/paths.ts";
import { NewsPage } from "#app/ui/public/NewsPage.tsx";
import { publicMeta } from "#app/ui/public/public-meta.ts";
import { communiqueInList } from "#app/views/news/communique-view.ts";

export const handle = { public: true };
export const meta = publicMeta;

export const loader = localisedPage(async (visit) => {
  const news = await findNews(visit.db);
  return {
    title: visit.text("publicPages.news"),
    description: visit.text("publicPages.newsStandfirst"),
    publicAt: publicAddress(visit, paths.news),
    news: news.map((communique) => communiqueInList(communique, visit)),
  };
});

export default function News() {
  return <NewsPage {...useLoaderData<typeof loader>()} />;
}
