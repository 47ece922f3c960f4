import { useText } from "#app/i18n/TextContext.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import type { SectionView } from "#app/views/contributions/version-view.ts";

export interface ReadingTextProps {
  /** Language of the texts; the heads of sections are in that of the page. */
  lang: string;
  bodyHtml: string;
  sections: readonly SectionView[];
  level?: 2 | 3;
}

/** The text of a record and the sections of its template. The HTML was sanitised when it was saved. */
export function ReadingText({ lang, bodyHtml, sections, level = 2 }: ReadingTextProps) {
  const t = useText();
  const Heading = `h${level}` as const;
  if (bodyHtml === "" && sections.length === 0) {
    return <Empty title={t("knowledge.noText")}>{t("knowledge.noTextText")}</Empty>;
  }
  return (
    <>
      {bodyHtml === "" ? null : <Prose html={bodyHtml} lang={lang} />}
      {sections.map((section) => (
        <section key={section.code} className="mt-5">
          <Heading>{t(`knowledge.section.${section.code}`)}</Heading>
          {section.html === undefined ? (
            <div className="prose mt-2" lang={section.choice ? undefined : lang}>
              <p>{section.choice?.label ?? section.text}</p>
            </div>
          ) : (
            <Prose className="mt-2" html={section.html} lang={lang} />
          )}
        </section>
      ))}
    </>
  );
}
