import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { languageLinks } from "#app/ui/public/LanguageLinks.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { CommuniqueInList } from "#app/views/news/communique-view.ts";

/** Communiqués, newest first; the first one larger where they lead a page. */
export function NewsList({ news, lead }: { news: readonly CommuniqueInList[]; lead?: boolean }) {
  return (
    <ul className="rows">
      {news.map((communique, at) => (
        <NewsRow key={communique.slug} communique={communique} lead={lead === true && at === 0} />
      ))}
    </ul>
  );
}

function NewsRow({ communique, lead }: { communique: CommuniqueInList; lead: boolean }) {
  const t = useText();
  const { locale } = useShell();
  const { slug, date, day, language, title, summary, group } = communique;
  const there = language === locale;
  const others = communique.languages.filter((code) => code !== locale);
  return (
    <li className="list-item">
      <FactLine>
        <time dateTime={date}>{day}</time>
        {group ? <Words {...group} /> : null}
      </FactLine>
      <p
        className={lead ? "item-title item-title--lead" : "item-title"}
        lang={there ? undefined : languages[language as LanguageCode].tag}
      >
        <a href={paths.communique(there ? locale : language, slug)}>{title}</a>
      </p>
      {summary ? <p className="item-summary">{summary}</p> : null}
      {others.length > 0 ? (
        <FactLine label={there ? t("publicPages.alsoIn") : t("publicPages.onlyIn")}>
          {languageLinks(others, (code) => paths.communique(code, slug))}
        </FactLine>
      ) : null}
    </li>
  );
}
