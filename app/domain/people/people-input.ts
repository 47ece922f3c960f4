import { z } from "zod";
import { addressKey } from "#app/domain/address.ts";
import { message } from "#app/domain/forms/message.ts";

// Pieces of the forms about people: shape only, messages are catalogue keys.

const missingOrBad = (issue: { input?: unknown }) =>
  issue.input === undefined ? message("common.required") : message("errors.badValue");

/** One line of text that must be there. */
export function line(max: number) {
  return z
    .string({ error: missingOrBad })
    .transform(oneLine)
    .pipe(z.string().min(1, message("common.required")).max(max, message("common.tooLong", { max })));
}

/** One line of text that may be empty. */
export function optionalLine(max: number) {
  return z
    .string(message("errors.badValue"))
    .default("")
    .transform(oneLine)
    .pipe(z.string().max(max, message("common.tooLong", { max })));
}

/** A mail address in the form under which accounts are looked up. */
export const addressField = z
  .string({ error: missingOrBad })
  .transform((text) => text.trim())
  .pipe(z.string().min(1, message("common.required")))
  .transform((text, context) => {
    const key = addressKey(text);
    if (key === null) context.addIssue({ code: "custom", message: message("people.badAddress") });
    return key ?? "";
  });

/** A password as typed: nothing is trimmed. The rules for new ones need to know whose it is. */
export const passwordField = z
  .string({ error: missingOrBad })
  .min(1, message("common.required"))
  .max(1000, message("errors.badValue"));

/** A code or id that may be left out; empty means none. */
export const optionalCode = z
  .string(message("errors.badValue"))
  .max(60, message("errors.badValue"))
  .default("")
  .transform((value) => value || null);

/** One of the codes. */
export function oneOf<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.enum(codes, { error: (issue) => (issue.input ? message("errors.badValue") : message("common.chooseOne")) });
}

/** A check box. */
export const tick = z
  .string(message("errors.badValue"))
  .optional()
  .transform((value) => value !== undefined && value !== "");

function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
