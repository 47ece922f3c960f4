import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { ContributionChain } from "#app/ui/contributions/page/ContributionChain.tsx";
import { ContributionFacts } from "#app/ui/contributions/page/ContributionFacts.tsx";
import { ReadingText } from "#app/ui/contributions/page/ReadingText.tsx";
import {
  CitedReferences,
  RelatedContributions,
  SimilarContributions,
} from "#app/ui/contributions/page/RelatedContributions.tsx";
import { ReviewProgress } from "#app/ui/contributions/page/ReviewProgress.tsx";
import type { ReadAt } from "#app/views/contributions/citation-view.ts";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";
import type { SimilarView } from "#app/views/contributions/similar-view.ts";

export interface ContributionPageProps {
  record: ContributionView;
  /** Where and when it is read, for those who quote it. */
  cite: ReadAt;
  /** On public pages, their language: links then stay among public pages. */
  publicLocale?: string;
  /** Records that say much of the same. */
  similar?: readonly SimilarView[];
  /** Before the facts: what the viewer may do. */
  actions?: ReactNode;
}

/** A record to read, with its chain, facts and relations. Needs no script. */
export function ContributionPage({ record, cite, publicLocale, similar = [], actions }: ContributionPageProps) {
  const t = useText();
  const { kind, number, language } = record;
  return (
    <article>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={crumbsOf(record, publicLocale, t("knowledge.all"), t(`codes.kinds.${kind}`))}
      />
      <PageHeader
        over={
          <FactLine className="over">
            <Kind kind={kind}>{t(`codes.kind.${kind}`)}</Kind>
            <span className="number">{number}</span>
            {record.submittedOn ? t("knowledge.submittedOn", { day: record.submittedOn }) : null}
            {record.updatedOn && record.updatedOn !== record.submittedOn
              ? t("knowledge.changedOn", { day: record.updatedOn })
              : null}
          </FactLine>
        }
        title={record.title || t("knowledge.untitled")}
        standfirst={record.summary}
        lang={record.title ? language.tag : undefined}
      />
      <Notices record={record} />
      {record.status === "draft" ? null : <ContributionChain record={record} publicLocale={publicLocale} />}
      <div className="two two--aside">
        <div>
          <ReadingText
            lang={language.tag}
            bodyHtml={record.bodyHtml}
            bodyIn={record.bodyIn}
            sections={record.sections}
          />
          <RelatedContributions record={record} publicLocale={publicLocale} />
          <CitedReferences record={record} publicLocale={publicLocale} />
          <SimilarContributions records={similar} />
        </div>
        <aside className="stack" aria-label={t("knowledge.about")}>
          <ReviewProgress record={record} />
          {actions}
          <ContributionFacts record={record} cite={cite} publicLocale={publicLocale} />
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

/** What waits for a second reader, and what is shared without one. */
function SecondReader({ record: { waiting, isHeldBack, unreadReason } }: { record: ContributionView }) {
  const t = useText();
  return (
    <>
      {waiting ? (
        <Notice title={t("sharing.consented", { level: t(`codes.sharing.${waiting.toLevel}`) })}>
          {t("sharing.consentedText")}
        </Notice>
      ) : null}
      {isHeldBack ? <Notice title={t("knowledge.heldBack")}>{t("knowledge.heldBackText")}</Notice> : null}
      {unreadReason ? (
        <Notice tone="warn" title={t("sharing.unread")}>
          {unreadReason}
        </Notice>
      ) : null}
    </>
  );
}

/** What a viewer must know before reading: another language, a machine's translation, a record that does not stand. */
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
      <SecondReader record={record} />
      {record.guardStated ? <Notice title={t("guard.reviewer")} /> : null}
    </div>
  );
}
