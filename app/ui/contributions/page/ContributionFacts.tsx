import { wideName } from "#app/domain/programme/beneficiary-name.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Text, textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { AttributionMark } from "#app/ui/base/AttributionMark.tsx";
import { EvidenceDots } from "#app/ui/base/EvidenceDots.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { Citation } from "#app/ui/contributions/page/Citation.tsx";
import { VersionLink } from "#app/ui/contributions/page/VersionLink.tsx";
import type { ReadAt } from "#app/views/contributions/citation-view.ts";
import type { HandoutView } from "#app/views/contributions/handout-view.ts";

export interface ContributionFactsProps {
  record: HandoutView;
  /** Where and when it is read, for those who quote it. */
  cite: ReadAt;
  publicLocale?: string;
}

/** The margin of a record: sharing, attribution, classification, languages, citation. */
export function ContributionFacts({ record, cite, publicLocale }: ContributionFactsProps) {
  const t = useText();
  const theme = (code: string) =>
    publicLocale ? paths.publicKnowledge(publicLocale, { theme: code }) : paths.search({ theme: code });
  return (
    <FactList
      ruled
      items={[
        {
          term: t("knowledge.sharedWith"),
          details: <SharingBars level={record.sharing}>{t(`codes.sharing.${record.sharing}`)}</SharingBars>,
        },
        { term: t("knowledge.attributedTo"), details: sourceFacts(record, t) },
        { term: t("knowledge.group"), details: <Words {...record.group} /> },
        {
          term: t("knowledge.evidence"),
          details:
            record.evidenceStage === null ? null : (
              <>
                <EvidenceDots stage={record.evidenceStage}>
                  {t("knowledge.stage", { stage: record.evidenceStage })}
                </EvidenceDots>
                <span className="soft minor">{t(`codes.evidence.${record.evidenceStage}`)}</span>
              </>
            ),
        },
        {
          term: t("knowledge.transferability"),
          details: record.transferability ? textOf(t, `codes.transferability.${record.transferability}`) : null,
        },
        { term: t("knowledge.phase"), details: record.phase },
        {
          term: t("knowledge.themes"),
          details: record.themes.map(({ code, label }) => (
            <a key={code} href={theme(code)}>
              {label}
            </a>
          )),
        },
        {
          term: t("knowledge.targetGroups"),
          details: record.targetGroups.map(({ code, label }) => <span key={code}>{label}</span>),
        },
        {
          term: t("knowledge.versions"),
          details: record.versions.map((version) => (
            <VersionLink key={version.language} version={version} number={record.number} publicLocale={publicLocale} />
          )),
        },
        { term: t("knowledge.reviewBy"), details: record.reviewBy },
        {
          term: t("knowledge.cite"),
          // What others do not find is nothing to lead them to.
          details: record.status === "withdrawn" ? null : <Citation record={record} cite={cite} />,
        },
      ]}
    />
  );
}

/** From whom it comes, as far as it is disclosed to this viewer: one fact a line. */
function sourceFacts(record: HandoutView, t: Text) {
  const { person, institution, institutionType, beneficiary } = record.source;
  // "Centre for social work, northern region" says its type already.
  const type = institutionType && !institution?.startsWith(institutionType) ? ` (${institutionType})` : "";
  return (
    <>
      <AttributionMark by={record.attribution}>{t(`codes.attribution.${record.attribution}`)}</AttributionMark>
      {person ? <b>{person}</b> : null}
      {institution ? `${institution}${type}` : institutionType}
      {beneficiary ? (beneficiary.name ?? wideName(t, beneficiary.code)) : null}
      {record.seesHiddenSource ? <span className="soft minor">{t("knowledge.hiddenFromOthers")}</span> : null}
    </>
  );
}
