import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { ReadingText } from "#app/ui/contributions/page/ReadingText.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { HistoryView } from "#app/views/contributions/history-view.ts";

/** What a record said before, version by version, so many at a time. */
export function HistoryPage({ number, versions, older }: HistoryView) {
  const t = useText();
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: t("knowledge.history") }]}
      />
      <PageHeader title={t("knowledge.historyTitle", { number })} standfirst={t("knowledge.historyStandfirst")} />
      {versions.length === 0 ? (
        <Empty title={t("knowledge.historyEmpty")}>{t("knowledge.historyEmptyText")}</Empty>
      ) : null}
      {versions.map((version) => (
        <Section
          key={version.position}
          id={`version-${version.position}`}
          title={t("knowledge.version", { number: version.position })}
          note={[t(`knowledge.cause.${version.cause}`), version.replacedOn, version.replacedBy]
            .filter(Boolean)
            .join(", ")}
        >
          <p className="item-title" lang={version.tag}>
            {version.title}
          </p>
          <p className="item-summary" lang={version.tag}>
            {version.summary}
          </p>
          {version.bodyHtml === "" && version.sections.length === 0 ? null : (
            <details className="mt-4">
              <summary>
                {t("knowledge.showText")} <Icon name="chevron" className="chevron" />
              </summary>
              <div className="mt-4">
                <ReadingText lang={version.tag} bodyHtml={version.bodyHtml} sections={version.sections} level={3} />
              </div>
            </details>
          )}
          <FactLine className="mt-2 no-print">
            {version.isComparable ? (
              <a href={paths.contributionDifferences(number, { from: version.position })}>
                {t("knowledge.whatChanged")}
                <VisuallyHidden>: {t("knowledge.version", { number: version.position })}</VisuallyHidden>
              </a>
            ) : null}
            {version.mayRestore ? (
              <a href={paths.contributionEdit(number, version.position)}>
                {t("knowledge.takeUp", { number: version.position })}
              </a>
            ) : null}
          </FactLine>
        </Section>
      ))}
      {older ? (
        <p className="no-print">
          <a href={paths.contributionHistory(number, older)}>{t("knowledge.olderVersions")}</a>
        </p>
      ) : null}
    </>
  );
}
