import { z } from "zod";
import { addressKey } from "#app/domain/address.ts";

// Pieces of the forms about people: shape only, messages are catalogue keys.

const missingOrBad = (issue: { input?: unknown }) =>
  issue.input === undefined ? "common.required" : "errors.badValue";

/** One line of text that must be there. */
export function line(max: number) {
  return z
    .string({ error: missingOrBad })
    .transform(oneLine)
    .pipe(z.string().min(1, "common.required").max(max, `common.tooLong|max=${max}`));
}

/** One line of text that may be empty. */
export function optionalLine(max: number) {
  return z
    .string("errors.badValue")
    .default("")
    .transform(oneLine)
    .pipe(z.string().max(max, `common.tooLong|max=${max}`));
}

/** A mail address in the form under which accounts are looked up. */
export const addressField = z
  .string({ error: missingOrBad })
  .transform((text) => text.trim())
  .pipe(z.string().min(1, "common.required"))
  .transform((text, context) => {
    const key = addressKey(text);
    if (key === null) context.addIssue({ code: "custom", message: "people.badAddress" });
    return key ?? "";
  });

/** A password as typed: nothing is trimmed. The rules for new ones need to know whose it is. */
export const passwordField = z.string({ error: missingOrBad }).min(1, "common.required").max(1000, "errors.badValue");

/** A code or id that may be left out; empty means none. */
export const optionalCode = z
  .string("errors.badValue")
  .max(60, "errors.badValue")
  .default("")
  .transform((value) => value || null);

/** One of the codes. */
export function oneOf<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.enum(codes, { error: (issue) => (issue.input ? "errors.badValue" : "common.chooseOne") });
}

/** A check box. */
export const tick = z
  .string("errors.badValue")
  .optional()
  .transform((value) => value !== undefined && value !== "");

function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
