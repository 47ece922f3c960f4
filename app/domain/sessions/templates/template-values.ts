import { labelValues } from "#app/domain/forms/label-fields.ts";
import type { TemplateFound, TemplateItem } from "#app/domain/sessions/templates/find-template.server.ts";

/** What the form of an agenda template is filled in with, by field. */
export function templateValues({ names, revision }: Pick<TemplateFound, "names" | "revision">): Record<string, string> {
  return { ...labelValues("name", names), revision: String(revision) };
}

/** What the form of an item of one is filled in with, by field. */
export function templateItemValues(item: TemplateItem): Record<string, string> {
  const { kind, titles, descriptions, minutes, visibility, revision } = item;
  return {
    ...{ kind, minutes: String(minutes), visibility, revision: String(revision) },
    ...labelValues("title", titles),
    ...labelValues("description", descriptions),
  };
}
