import type { Kind } from "#app/domain/codes.ts";
import { sectionField, templates } from "#app/domain/knowledge/templates.ts";
import type { Text } from "#app/i18n/text.ts";

/** What the fields of a record are called, for the summary of what is to be corrected. */
export function fieldNames(t: Text, kind: Kind): Record<string, string> {
  const sections = templates[kind].sections.map(({ code }) => [sectionField(code), t(`knowledge.section.${code}`)]);
  return {
    title: t("knowledge.title"),
    summary: t("knowledge.summary"),
    beneficiary: t("knowledge.beneficiary"),
    body: t(`knowledge.body.${kind}`),
    phase: t("knowledge.phase"),
    themes: t("knowledge.themes"),
    reviewBy: t("knowledge.reviewBy"),
    ...Object.fromEntries(sections),
  };
}
