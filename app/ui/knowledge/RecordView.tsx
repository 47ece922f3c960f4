import type { ReactNode } from "react";
import type { SimilarRecord } from "#app/domain/knowledge/find-similar.server.ts";
import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/base/Crumbs.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Meta } from "#app/ui/base/Meta.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { ReadingText } from "#app/ui/knowledge/ReadingText.tsx";
import { RecordChain } from "#app/ui/knowledge/RecordChain.tsx";
import { RecordFacts } from "#app/ui/knowledge/RecordFacts.tsx";
import { RecordReview } from "#app/ui/knowledge/RecordReview.tsx";
import { RecordReferences, RelatedRecords, SimilarRecords } from "#app/ui/knowledge/RelatedRecords.tsx";

export interface RecordViewProps {
  record: ContributionView;
  /** On public pages, their language: links then stay among public pages. */
  publicLocale?: string;
  /** Records that say much of the same. */
  similar?: readonly SimilarRecord[];
  /** Before the facts: what the reader may do. */
  actions?: ReactNode;
}

/** A record to read, with its chain, facts and relations. Needs no script. */
export function RecordView({ record, publicLocale, similar = [], actions }: RecordViewProps) {
  const t = useText();
  const { kind, number, language } = record;
  return (
    <article>
      <Crumbs
        label={t("knowledge.crumbs")}
        items={crumbsOf(record, publicLocale, t("knowledge.all"), t(`codes.kinds.${kind}`))}
      />
      <Head
        over={
          <Meta className="over">
            <Kind kind={kind}>{t(`codes.kind.${kind}`)}</Kind>
            <span className="nr">{number}</span>
            {record.updatedOn}
          </Meta>
        }
        title={record.title || t("knowledge.untitled")}
        standfirst={record.summary}
        lang={record.title ? language.tag : undefined}
      />
      <Notices record={record} />
      {record.status === "draft" ? null : <RecordChain record={record} publicLocale={publicLocale} />}
      <div className="two two--aside">
        <div>
          <ReadingText lang={language.tag} bodyHtml={record.bodyHtml} sections={record.sections} />
          <RelatedRecords record={record} publicLocale={publicLocale} />
          <RecordReferences record={record} publicLocale={publicLocale} />
          <SimilarRecords records={similar} />
        </div>
        <aside className="stack" aria-label={t("knowledge.about")}>
          <RecordReview record={record} />
          {actions}
          <RecordFacts record={record} publicLocale={publicLocale} />
        </aside>
      </div>
    </article>
  );
}

function crumbsOf(record: ContributionView, publicLocale: string | undefined, all: string, ofKind: string) {
  const list = (filter: Record<string, string>) =>
    publicLocale ? paths.publicKnowledge(publicLocale, filter) : paths.search(filter);
  return [{ text: all, href: list({}) }, { text: ofKind, href: list({ kind: record.kind }) }, { text: record.number }];
}

/** What a reader must know before reading: another language, a machine's translation, a record that does not stand. */
function Notices({ record }: { record: ContributionView }) {
  const t = useText();
  const { language, missingLanguage } = record;
  const only = record.versions.map((version) => (
    <span key={version.language} lang={version.tag}>
      {version.selfName}
    </span>
  ));
  return (
    <div className="stack mb-4">
      {missingLanguage ? (
        <Notice title={t("knowledge.onlyIn", { language: missingLanguage })}>
          {t("knowledge.availableIn")} {only.flatMap((name, at) => (at === 0 ? [name] : [", ", name]))}.
        </Notice>
      ) : null}
      {language.provenance === "machine" ? <Notice tone="warn" title={t("knowledge.machineNotice")} /> : null}
      {record.status === "draft" ? (
        <Notice title={t("knowledge.draftNotice")}>{t("knowledge.draftNoticeText")}</Notice>
      ) : null}
      {record.status === "withdrawn" ? (
        <Notice tone="warn" title={t("knowledge.withdrawnNotice")}>
          {record.withdrawalReason}
        </Notice>
      ) : null}
      {record.status === "returned" || record.status === "archived" ? (
        <Notice tone="warn" title={t(`knowledge.notice.${record.status}`)}>
          {record.reviewReason}
        </Notice>
      ) : null}
      {record.guardStated ? <Notice title={t("guard.reviewer")} /> : null}
    </div>
  );
}
