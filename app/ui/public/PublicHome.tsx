import type { ContributionHit } from "#app/domain/knowledge/contribution-hits.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/base/Card.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { NewsList } from "#app/ui/public/NewsList.tsx";
import { PlainSearchBox } from "#app/ui/search/PlainSearchBox.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { CommuniqueInList } from "#app/views/news/communique-view.ts";

export interface PublicHomeProps {
  heading: string;
  description: string;
  news: CommuniqueInList[];
  /** Null while no search can be answered. */
  records: ContributionHit[] | null;
  /** How many public records there are. */
  total: number;
}

const steps = ["session", "record", "check", "sharing"] as const;

/** The first page for everybody: what it is, what happened last, what is public. */
export function PublicHome({ heading, description, news, records, total }: PublicHomeProps) {
  const t = useText();
  const { locale } = useShell();
  return (
    <>
      <div className="page-header">
        <h1>{heading}</h1>
        <p className="standfirst">{description}</p>
      </div>
      <Section id="news" title={t("publicPages.news")}>
        {news.length === 0 ? <Empty title={t("publicPages.noNews")} /> : <NewsList news={news} lead />}
        <p className="mt-4">
          <a href={paths.news(locale)}>{t("publicPages.allNews")}</a>
        </p>
      </Section>
      <Section id="knowledge" title={t("publicPages.knowledge")} note={t("publicPages.knowledgeNote")}>
        <PlainSearchBox
          action={paths.publicKnowledge(locale)}
          label={t("publicPages.find")}
          button={t("search.button")}
          placeholder={t("publicPages.placeholder")}
          className="mb-5"
        />
        {records === null ? (
          <Empty title={t("errors.title503")}>{t("errors.explain503")}</Empty>
        ) : records.length === 0 ? (
          <Empty title={t("publicPages.noRecords")}>{t("publicPages.noRecordsText")}</Empty>
        ) : (
          <>
            <div className="cards">
              {records.map((record) => (
                <PublicCard key={record.id} record={record} />
              ))}
            </div>
            <p className="mt-5">
              <a href={paths.publicKnowledge(locale)}>{t("publicPages.allRecords", { count: total })}</a>
            </p>
          </>
        )}
      </Section>
      <Section id="how" title={t("publicPages.how")}>
        <div className="stack">
          <nav className="chain" aria-label={t("publicPages.howLabel")}>
            <ol>
              {steps.map((step, at) => (
                <li key={step}>
                  <small>{at + 1}</small>
                  <b>{t(`publicPages.step.${step}`)}</b>
                  <br />
                  {t(`publicPages.stepText.${step}`)}
                </li>
              ))}
            </ol>
          </nav>
          <p className="soft">{t("publicPages.promise")}</p>
          <p>
            <a href={paths.publicPage(locale, "about")}>{t("publicPages.more")}</a>
          </p>
        </div>
      </Section>
    </>
  );
}

function PublicCard({ record }: { record: ContributionHit }) {
  const t = useText();
  const { locale } = useShell();
  const code = record.language as LanguageCode | null;
  const foreign = record.language !== locale;
  return (
    <Card
      kind={{ code: record.kind, label: t(`codes.kind.${record.kind}`) }}
      number={record.number}
      title={record.title.text}
      href={paths.publicContribution(locale, record.number)}
      summary={record.snippet.text}
      lang={foreign ? record.tag : undefined}
      facts={
        <>
          {record.beneficiary ?? t("search.notAttributed")}
          {record.evidenceStage === null ? null : textOf(t, `codes.evidence.${record.evidenceStage}`)}
          {foreign && code ? <span lang={record.tag}>{languages[code].selfName}</span> : null}
        </>
      }
    />
  );
}
