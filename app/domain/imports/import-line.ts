import { z } from "zod";
import { kinds } from "#app/domain/codes.ts";
import { cleanLine, cleanText } from "#app/domain/forms/clean-text.ts";
import { limits } from "#app/domain/knowledge/templates.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

// Messages are in English: the shell operator reads them, beside the number of the line.

const text = () => z.string("must be a text");
const tooLong = (max: number) => (issue: { input?: unknown }) =>
  `has ${String(issue.input ?? "").length} characters, at most ${max} fit; put the rest into the body`;
const upTo = (max: number) => z.string().max(max, { error: tooLong(max) });
const line = (max: number) => text().transform(cleanLine).pipe(upTo(max));
const someOf = (codes: readonly string[]) => `must be one of ${codes.join(", ")}`;

/** As many as no name of a field has, and every identity number. */
const MANY_DIGITS = 6;

/** One line of a file of contributions. Fields that are not named here are passed over, and told. */
export const importLine = z.object({
  externalId: text()
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "must be one line")
    .transform(cleanText)
    .pipe(z.string().min(1, "must not be empty").max(200, "has more than 200 characters")),
  kind: z.enum(kinds, someOf(kinds)),
  title: line(limits.title).pipe(z.string().min(1, "must not be empty")),
  summary: line(limits.summary).default(""),
  body: text().transform(cleanText).pipe(upTo(limits.body)).default(""),
  language: z.enum([...languageCodes, "sr"], someOf([...languageCodes, "sr"])),
  beneficiary: z.string("must be a code").transform(cleanLine),
  institutionType: z.string("must be a code").transform(cleanLine).nullable().default(null),
  themes: z
    .array(z.string("must be codes").transform(cleanLine), "must be a list of codes")
    .max(4, "are more than four")
    .transform((codes) => [...new Set(codes)])
    .default([]),
});
export type ImportLine = Omit<z.output<typeof importLine>, "language"> & { language: LanguageCode };

/** Fields of a line that mean nothing here: a misspelt one should not go unseen. */
export function unknownFields(value: unknown): string[] {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) return [];
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(importLine.shape, name));
  return unknown.map((name) => (looksLikeField(name) ? name : "(no name of a field)"));
}

/** What stands where a name should may be a person's number: what has many digits is not repeated. */
function looksLikeField(name: string): boolean {
  return /^[A-Za-z_][\w.-]{0,40}$/.test(name) && name.replace(/\D/g, "").length < MANY_DIGITS;
}

/** What a line names, if it names anything that one could look for. */
export function externalIdOf(value: unknown): string | null {
  const id = typeof value === "object" && value !== null && "externalId" in value ? value.externalId : null;
  return typeof id === "string" ? cleanText(id) : null;
}

/** Reads one line; `sr` becomes the script that its text is written in. */
export function readImportLine(value: unknown): { line: ImportLine } | { fault: string } {
  const parsed = importLine.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path[0];
    const missing = issue?.code !== "custom" && field !== undefined && !Object.hasOwn(Object(value), field);
    return {
      fault: field === undefined ? "is no JSON object" : `${String(field)} ${missing ? "is missing" : issue?.message}`,
    };
  }
  const { language, ...rest } = parsed.data;
  if (rest.summary === "" && rest.body === "") return { fault: "body and summary are both empty" };
  return { line: { ...rest, language: language === "sr" ? serbianScript(rest) : language } };
}

function serbianScript({ title, summary, body }: { title: string; summary: string; body: string }): LanguageCode {
  const whole = `${title} ${summary} ${body}`;
  const count = (letters: RegExp) => whole.match(letters)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu) ? "sr-Cyrl" : "sr-Latn";
}
