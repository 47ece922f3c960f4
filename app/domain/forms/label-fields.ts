import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import type { Labels } from "#app/i18n/labels.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

// A text in several languages is one form field per language, `name.en`, `name.bs`: works without a script, and the
// error summary can lead to each.

const absent = z.string(message("errors.badValue")).default("");

/** The fields of one text, for `z.object({ ...labelFields("name", { max: 120, required: ["en"] }) })`. */
export function labelFields<const N extends string>(
  name: N,
  rule: { max: number; required?: readonly LanguageCode[]; lines?: true },
): Record<`${N}.${LanguageCode}`, z.ZodType<string>> {
  const entries = languageCodes.map((code) => {
    const clean = absent.transform((text) => tidy(text, rule.lines === true));
    const least = rule.required?.includes(code) ? 1 : 0;
    const sized = z
      .string()
      .min(least, message("common.required"))
      .max(rule.max, message("common.tooLong", { max: rule.max }));
    return [`${name}.${code}`, clean.pipe(sized)];
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

function tidy(text: string, lines: boolean): string {
  const normal = text.normalize("NFC").trim();
  return lines ? normal : normal.replace(/\s+/g, " ");
}
