import type { Kind } from "#app/domain/codes.ts";
import { sectionField, templates } from "#app/domain/knowledge/templates.ts";
import type { Text } from "#app/i18n/text.ts";

/** The names of the fields of the full form by field name, for messages that are not beside them. */
export function fieldLabels(t: Text, kind: Kind): Record<string, string> {
  const sections = templates[kind].sections.map(({ code }) => [sectionField(code), t(`knowledge.section.${code}`)]);
  return {
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
    references: t("knowledge.references"),
    links: t("knowledge.links"),
  };
}
