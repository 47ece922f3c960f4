import type { Kind } from "#app/domain/codes.ts";
import { type SectionCode, sectionField, templates } from "#app/domain/knowledge/templates.ts";
import type { Message } from "#app/i18n/message.ts";

/** What a record says, as far as it decides whether it can be submitted. */
interface RecordText {
  title: string;
  summary: string;
  body: string;
  texts: { details: Partial<Record<SectionCode, string>> };
  facts: { phase: string | null };
  themes: readonly string[];
}

/** What is missing for a snapshot, or for a full record: the fields, with what to say beside each. */
export function missingIn(
  kind: Kind,
  record: RecordText,
  depth: "snapshot" | "full",
): { field: string; message: Message }[] {
  const fields: string[] = [];
  if (record.title === "") fields.push("title");
  if (record.summary === "") fields.push("summary");
  if (depth === "full") {
    const { main } = templates[kind];
    const text = main === "body" ? record.body : (record.texts.details[main] ?? "");
    if (text === "") fields.push(main === "body" ? "body" : sectionField(main));
    if (record.facts.phase === null) fields.push("phase");
    if (record.themes.length === 0) fields.push("themes");
  }
  return fields.map((field) => ({ field, message: { key: "common.required" } }));
}
