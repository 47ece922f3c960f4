import type { Kind } from "#app/domain/codes.ts";
import { sectionField, templates } from "#app/domain/knowledge/templates.ts";
import type { Text } from "#app/i18n/text.ts";

/** What the fields of a contribution are called, for messages that are not beside them. */
export function fieldNames(t: Text, kind: Kind): Record<string, string> {
  const sections = templates[kind].sections.map(({ code }) => [sectionField(code), t(`knowledge.section.${code}`)]);
  return {
    kind: t("knowledge.kind"),
    title: t("knowledge.title"),
    summary: t("knowledge.summary"),
    language: t("knowledge.language"),
    body: t(`knowledge.body.${kind}`),
    ...(Object.fromEntries(sections) as Record<string, string>),
    phase: t("knowledge.phase"),
    themes: t("knowledge.themes"),
    targetGroups: t("knowledge.targetGroups"),
    evidenceStage: t("knowledge.evidence"),
    transferability: t("knowledge.transferability"),
    reviewBy: t("knowledge.reviewBy"),
    referenceId: t("knowledge.references"),
    linkNumber: t("knowledge.links"),
    linkRelation: t("knowledge.links"),
    beneficiary: t("knowledge.beneficiary"),
    institutionId: t("knowledge.institution"),
    attribution: t("knowledge.attribution"),
    wantedSharing: t("knowledge.wantedSharing"),
  };
}
