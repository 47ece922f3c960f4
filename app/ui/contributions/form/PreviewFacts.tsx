import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { EvidenceDots } from "#app/ui/base/EvidenceDots.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import type { PreviewView } from "#app/views/contributions/preview-view.ts";

/** What was chosen from lists, as the margin of the record will show it. */
export function PreviewFacts({ preview }: { preview: PreviewView }) {
  const t = useText();
  const { evidenceStage: stage, transferability, phase, themes, targetGroups, reviewBy, lang, selfName } = preview;
  return (
    <FactList
      ruled
      items={[
        {
          term: t("knowledge.evidence"),
          details: stage === null ? null : <EvidenceDots stage={stage}>{t("knowledge.stage", { stage })}</EvidenceDots>,
        },
        {
          term: t("knowledge.transferability"),
          details: transferability ? textOf(t, `codes.transferability.${transferability}`) : null,
        },
        { term: t("knowledge.phase"), details: phase },
        { term: t("knowledge.themes"), details: themes.map((label) => <span key={label}>{label}</span>) },
        { term: t("knowledge.targetGroups"), details: targetGroups.map((label) => <span key={label}>{label}</span>) },
        { term: t("knowledge.language"), details: <span lang={lang}>{selfName}</span> },
        { term: t("knowledge.reviewBy"), details: reviewBy },
      ]}
    />
  );
}
