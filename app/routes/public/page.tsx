import { useLoaderData } from "@remix-run/react";
import { findPage } from "#app/domain/news/find-news.server.ts";
import { localisedPage, publicAddress } from "#app/http/localised-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { publicMeta } from "#app/ui/public/public-meta.ts";
import { TextPage } from "#app/ui/public/TextPage.tsx";
import { textView } from "#app/views/news/text-view.ts";

export const handle = { public: true };
export const meta = publicMeta;

/** About, help, privacy, accessibility: the pages of `content/pages`. */
export const loader = localisedPage(async (visit, args) => {
  const name = param(args, "page");
  const { text, languages } = textView(findPage(name), visit);
  return {
    title: text?.title ?? visit.text("publicPages.notInLanguage"),
    description: text?.summary ?? "",
    publicAt: publicAddress(visit, (locale) => paths.publicPage(locale, name), languages),
    name,
    text,
    languages: languages.filter((code) => code !== visit.locale),
  };
});

export default function Page() {
  const { text, languages, name } = useLoaderData<typeof loader>();
  return <TextPage text={text} languages={languages} hrefIn={(locale) => paths.publicPage(locale, name)} />;
}
