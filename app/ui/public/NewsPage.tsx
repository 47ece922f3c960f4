import { useText } from "#app/i18n/TextContext.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { NewsList } from "#app/ui/public/NewsList.tsx";
import type { CommuniqueInList } from "#app/views/news/communique-view.ts";

/** All communiqués. */
export function NewsPage({
  title,
  description,
  news,
}: {
  title: string;
  description: string;
  news: CommuniqueInList[];
}) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={description} />
      {news.length === 0 ? <Empty title={t("publicPages.noNews")} /> : <NewsList news={news} lead />}
    </>
  );
}
