import { type Text, textOf } from "#app/i18n/text.ts";

/** The name of a class of references: words are translated, others (OSCE / GCTF) are called as entered. */
export function classLabel(t: Text, name: string): string {
  const key = `references.class.${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}` as const;
  const label = textOf(t, key);
  return label === key ? name : label;
}
