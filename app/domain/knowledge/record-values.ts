import type { StoredRecord } from "#app/domain/knowledge/stored-record.server.ts";
import { type SectionCode, sectionField, templates } from "#app/domain/knowledge/templates.ts";

/**
 * The current values of a record by form field, for a person whose changes met somebody else's. Fields of several values
 * have one a line; `references` and `links` stand for the two fields of each of their rows.
 */
export function currentValues(stored: StoredRecord, revision: number): Record<string, string> {
  const empty = Object.fromEntries(templates[stored.kind].sections.map(({ code }) => [sectionField(code), ""]));
  return {
    ...empty,
    ...singleValues(stored, revision),
    themes: stored.themes.join("\n"),
    targetGroups: stored.targetGroups.join("\n"),
    references: stored.references.map(({ id, rule }) => `${id} ${rule}`.trim()).join("\n"),
    links: stored.links.map(({ relation, number }) => `${relation} ${number}`).join("\n"),
  };
}

function singleValues(stored: StoredRecord, revision: number): Record<string, string> {
  const sections = Object.entries(stored.details).map(([code, text]) => [sectionField(code as SectionCode), text]);
  return {
    revision: String(revision),
    title: stored.title,
    summary: stored.summary,
    language: stored.language,
    body: stored.body,
    ...Object.fromEntries(sections),
    phase: stored.phase ?? "",
    evidenceStage: stored.evidenceStage === null ? "" : String(stored.evidenceStage),
    transferability: stored.transferability ?? "",
    reviewBy: stored.reviewBy ?? "",
  };
}

/** The values of a record as its form sends them back. */
export function formValues(stored: StoredRecord, revision: number): Record<string, string | string[]> {
  return {
    ...singleValues(stored, revision),
    kind: stored.kind,
    themes: stored.themes,
    targetGroups: stored.targetGroups,
    referenceId: stored.references.map(({ id }) => id),
    referenceRule: stored.references.map(({ rule }) => rule),
    linkRelation: stored.links.map(({ relation }) => relation),
    linkNumber: stored.links.map(({ number }) => number),
  };
}
