import type { StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import { type SectionCode, sectionField, templates } from "#app/domain/knowledge/templates.ts";

/** The values of a contribution as its form sends them back. */
export function formValues(stored: StoredContribution): Record<string, string | string[]> {
  const empty = Object.fromEntries(templates[stored.kind].sections.map(({ code }) => [sectionField(code), ""]));
  const sections = Object.entries(stored.details).map(([code, text]) => [sectionField(code as SectionCode), text]);
  return {
    ...empty,
    ...Object.fromEntries(sections),
    revision: String(stored.revision),
    kind: stored.kind,
    title: stored.title,
    summary: stored.summary,
    language: stored.language,
    body: stored.body,
    phase: stored.phase ?? "",
    evidenceStage: stored.evidenceStage === null ? "" : String(stored.evidenceStage),
    transferability: stored.transferability ?? "",
    reviewBy: stored.reviewBy ?? "",
    themes: stored.themes,
    targetGroups: stored.targetGroups,
    referenceId: stored.references.map(({ id }) => id),
    referenceRule: stored.references.map(({ rule }) => rule),
    linkRelation: stored.links.map(({ relation }) => relation),
    linkNumber: stored.links.map(({ number }) => number),
  };
}

/** The values of a language version as its form sends them back. */
export function versionValues(
  language: string,
  version: { title: string; summary: string; body: string; details: StoredContribution["details"] } | null,
): Record<string, string> {
  const sections = Object.entries(version?.details ?? {}).map(([code, text]) => [
    sectionField(code as SectionCode),
    text,
  ]);
  return {
    language,
    title: version?.title ?? "",
    summary: version?.summary ?? "",
    body: version?.body ?? "",
    ...(Object.fromEntries(sections) as Record<string, string>),
  };
}
