import { useText } from "#app/i18n/TextContext.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { languageLinks } from "#app/ui/public/LanguageLinks.tsx";

export interface TextPageProps {
  /** Null where it is not there in the language of the page. */
  text: { title: string; summary: string; html: string; contents?: readonly { id: string; title: string }[] } | null;
  /** The other languages it is there in, and where. */
  languages: readonly string[];
  hrefIn: (language: string) => string;
  over?: React.ReactNode;
}

/** A text of content/ to read: a communiqué or a standing page. Never silently in another language. */
export function TextPage({ text, languages, hrefIn, over }: TextPageProps) {
  const t = useText();
  const links = languageLinks(languages, hrefIn);
  if (!text) {
    return (
      <>
        <PageHeader title={t("publicPages.notInLanguage")} over={over} />
        <Notice title={t("publicPages.onlyIn")}>
          {links.flatMap((link, at) => (at === 0 ? [link] : [", ", link]))}.
        </Notice>
      </>
    );
  }
  return (
    <article>
      <PageHeader title={text.title} standfirst={text.summary} over={over} />
      {text.contents?.length ? (
        <nav className="contents" aria-label={t("shell.contents")}>
          <ul>
            {text.contents.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Prose html={text.html} />
      {links.length > 0 ? (
        <div className="mt-5">
          <FactLine label={t("publicPages.alsoIn")}>{links}</FactLine>
        </div>
      ) : null}
    </article>
  );
}
