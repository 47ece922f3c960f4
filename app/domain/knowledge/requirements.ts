import type { Kind } from "#app/domain/codes.ts";
import type { Fault } from "#app/domain/errors.ts";
import { type SectionCode, sectionField, templates } from "#app/domain/knowledge/templates.ts";

/** What a contribution says, as far as it decides whether it can be submitted. */
interface Submission {
  text: { title: string; summary: string; body: string; details: Partial<Record<SectionCode, string>> };
  classification: { phase: string | null };
  themes: readonly string[];
  /** False where an installation has no themes to choose from. */
  asksThemes: boolean;
}

/** What is missing for a snapshot, or for a full one: the fields, with what to say beside each. */
export function missingIn(
  kind: Kind,
  { text, classification, themes, asksThemes }: Submission,
  depth: "snapshot" | "full",
): Fault[] {
  const fields: string[] = [];
  if (text.title === "") fields.push("title");
  if (text.summary === "") fields.push("summary");
  if (depth === "full") {
    const { main } = templates[kind];
    if (main === "body" ? text.body === "" : !text.details[main]) {
      fields.push(main === "body" ? "body" : sectionField(main));
    }
    if (classification.phase === null) fields.push("phase");
    if (themes.length === 0 && asksThemes) fields.push("themes");
  }
  return fields.map((field) => ({ field, message: { key: "common.required" } }));
}
