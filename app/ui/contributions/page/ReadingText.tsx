import { useText } from "#app/i18n/TextContext.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import type { SectionView, TextLanguage } from "#app/views/contributions/version-view.ts";

export interface ReadingTextProps {
  /** Language of the texts; the heads of sections are in that of the page. */
  lang: string;
  bodyHtml: string;
  /** Of the body, where that is not translated. */
  bodyIn?: TextLanguage | null;
  sections: readonly SectionView[];
  level?: 2 | 3;
}

/** The text of a record and the sections of its template. The HTML was sanitised when it was saved. */
export function ReadingText({ lang, bodyHtml, bodyIn = null, sections, level = 2 }: ReadingTextProps) {
  const t = useText();
  const Heading = `h${level}` as const;
  if (bodyHtml === "" && sections.length === 0) {
    return <Empty title={t("knowledge.noText")}>{t("knowledge.noTextText")}</Empty>;
  }
  // Said once of all the parts that follow each other: a translation that has only begun lacks most of them.
  const partBefore = (at: number) => (at > 0 ? sections[at - 1]?.from : bodyHtml === "" ? null : bodyIn);
  return (
    <>
      {bodyIn ? <NotTranslated language={bodyIn} /> : null}
      {bodyHtml === "" ? null : <Prose html={bodyHtml} lang={bodyIn?.tag ?? lang} />}
      {sections.map(({ code, html, text, choice, from }, at) => (
        <section key={code} className="mt-5">
          <Heading>{t(`knowledge.section.${code}`)}</Heading>
          {from && from.tag !== partBefore(at)?.tag ? <NotTranslated language={from} /> : null}
          {html === undefined ? (
            <div className="prose mt-2" lang={choice ? undefined : (from?.tag ?? lang)}>
              <p>{choice?.label ?? text}</p>
            </div>
          ) : (
            <Prose className="mt-2" html={html} lang={from?.tag ?? lang} />
          )}
        </section>
      ))}
    </>
  );
}

/** Says in which language a part is that the translation leaves out. */
function NotTranslated({ language: { tag, selfName } }: { language: TextLanguage }) {
  const t = useText();
  return (
    <p className="soft minor">
      {t("knowledge.notTranslated")} {selfName ? <span lang={tag}>{selfName}</span> : null}
    </p>
  );
}
