import type { StoredRecord } from "#app/domain/knowledge/stored-record.server.ts";
import { type SectionCode, sectionField } from "#app/domain/knowledge/templates.ts";

/** The current values of a record by form field, for a person whose changes met somebody else's. */
export function currentValues(stored: StoredRecord, revision: number): Record<string, string> {
  const sections = Object.entries(stored.details).map(([code, text]) => [sectionField(code as SectionCode), text]);
  return {
    revision: String(revision),
    title: stored.title,
    summary: stored.summary,
    body: stored.body,
    ...Object.fromEntries(sections),
    phase: stored.phase ?? "",
    evidenceStage: stored.evidenceStage === null ? "" : String(stored.evidenceStage),
    transferability: stored.transferability ?? "",
    reviewBy: stored.reviewBy ?? "",
    themes: stored.themes.join(", "),
    targetGroups: stored.targetGroups.join(", "),
  };
}

/** The values of a record as its form sends them back. */
export function formValues(stored: StoredRecord, revision: number): Record<string, string | string[]> {
  return {
    ...currentValues(stored, revision),
    kind: stored.kind,
    language: stored.language,
    themes: stored.themes,
    targetGroups: stored.targetGroups,
    referenceId: stored.references.map(({ id }) => id),
    referenceRule: stored.references.map(({ rule }) => rule),
    linkRelation: stored.links.map(({ relation }) => relation),
    linkNumber: stored.links.map(({ number }) => number),
  };
}
