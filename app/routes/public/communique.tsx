import { useLoaderData } from "@remix-run/react";
import { findCommunique } from "#app/domain/news/find-news.server.ts";
import { localisedPage, publicAddress } from "#app/http/localised-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { publicMeta } from "#app/ui/public/public-meta.ts";
import { TextPage } from "#app/ui/public/TextPage.tsx";
import { communiqueView } from "#app/views/news/communique-view.ts";

export const handle = { public: true };
export const meta = publicMeta;

export const loader = localisedPage(async (visit, args) => {
  const slug = param(args, "slug");
  const { text, languages, ...heading } = communiqueView(await findCommunique(visit.db, slug), visit);
  return {
    title: text?.title ?? visit.text("publicPages.notInLanguage"),
    description: text?.summary ?? "",
    publicAt: publicAddress(visit, (locale) => paths.communique(locale, slug), languages),
    ...heading,
    text,
    languages: languages.filter((code) => code !== visit.locale),
  };
});

export default function Communique() {
  const { text, languages, slug, date, day, group } = useLoaderData<typeof loader>();
  const over = (
    <FactLine>
      <time dateTime={date}>{day}</time>
      {group ? <Words {...group} /> : null}
    </FactLine>
  );
  return <TextPage text={text} languages={languages} hrefIn={(code) => paths.communique(code, slug)} over={over} />;
}
