import type { z } from "zod";
import { optionalLine, optionalText, requiredLine, requiredText } from "#app/domain/forms/text-fields.ts";
import type { Labels } from "#app/i18n/labels.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

// A text in several languages is one form field per language, `name.en`, `name.bs`: works without a script, and the
// error summary can lead to each.

/** The fields of one text, for `z.object({ ...labelFields("name", { max: 120, required: ["en"] }) })`. */
export function labelFields<const N extends string>(
  name: N,
  rule: { max: number; required?: readonly LanguageCode[]; lines?: true },
): Record<`${N}.${LanguageCode}`, z.ZodType<string>> {
  const needed = rule.lines ? requiredText : requiredLine;
  const optional = rule.lines ? optionalText : optionalLine;
  const entries = languageCodes.map((code) => {
    const field = rule.required?.includes(code) ? needed : optional;
    return [`${name}.${code}`, field(rule.max)];
  });
  return Object.fromEntries(entries) as Record<`${N}.${LanguageCode}`, z.ZodType<string>>;
}

/** Reads the fields of one text back into labels; languages without a text are left out. */
export function labelsFrom(input: Readonly<Record<string, unknown>>, name: string): Labels {
  const labels: Labels = {};
  for (const code of languageCodes) {
    const text = input[`${name}.${code}`];
    if (typeof text === "string" && text !== "") labels[code] = text;
  }
  return labels;
}

/** What a form shows of stored labels, by field. */
export function labelValues<const N extends string>(name: N, labels: Labels): Record<`${N}.${LanguageCode}`, string> {
  const entries = languageCodes.map((code) => [`${name}.${code}`, labels[code] ?? ""]);
  return Object.fromEntries(entries) as Record<`${N}.${LanguageCode}`, string>;
}
