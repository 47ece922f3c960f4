import { z } from "zod";
import { addressKey } from "#app/domain/address.ts";
import { cleanLine, cleanText } from "#app/domain/forms/clean-text.ts";
import { message } from "#app/domain/forms/message.ts";
import { findPersonalData, placeOf } from "#app/domain/privacy/personal-data.ts";
import type { MessageKey } from "#app/i18n/message.ts";

// Fields that hold words. A browser sends a text, nothing, or a list; messages are catalogue keys.

/** One line of text that may be left out; then it is empty. */
export function optionalLine(max: number) {
  return optional.transform(cleanLine).pipe(upTo(max));
}

/** One line of text that must be there. */
export function requiredLine(max: number) {
  return required.transform(cleanLine).pipe(upTo(max).min(1, message("common.required")));
}

/** Several lines of text that may be left out; then it is empty. */
export function optionalText(max: number) {
  return optional.transform(cleanText).pipe(upTo(max));
}

/** Several lines of text that must be there. */
export function requiredText(max: number) {
  return required.transform(cleanText).pipe(upTo(max).min(1, message("common.required")));
}

/** The text of a file that is read and not kept: it is not cleaned, and nothing in it is looked for. */
export function fileText(max: number, says: MessageKey) {
  return required.pipe(z.string().min(1, message("common.required")).max(max, message(says)));
}

/** One line that must be there and look like this; the message says how. */
export function requiredCode(max: number, pattern: RegExp, key: MessageKey) {
  return requiredLine(max).pipe(z.string().regex(pattern, message(key)));
}

/** Lines of fields that repeat, in order, empty ones included, so that parallel fields stay parallel. */
export function repeatedLines(most: number, max: number) {
  return z.preprocess(asList, z.array(optionalLine(max)).max(most, message("errors.badValue")));
}

/**
 * A mail address in the form under which accounts are looked up. Marks that nobody sees come along when it is pasted
 * from a mail or a document, and are taken away.
 */
export function address() {
  return required
    .transform(cleanLine)
    .pipe(z.string().min(1, message("common.required")))
    .transform((text, context) => {
      const key = addressKey(text);
      if (key === null) context.addIssue({ code: "custom", message: message("people.badAddress") });
      else refuseIdentityNumber(key, context);
      return key ?? "";
    });
}

/** A password as typed: nothing is cleaned. The rules for new ones need to know whose it is. */
export function password() {
  return required.pipe(z.string().min(1, message("common.required")).max(1000, message("errors.badValue")));
}

/** What a field of several values is sent as: nothing, one, or a list. */
export function asList(value: unknown): unknown[] {
  return value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
}

const optional = z.string(message("errors.badValue")).default("");
const required = z.string({
  error: ({ input }) => (input === undefined ? message("common.required") : message("errors.badValue")),
});

/** A text that is not too long and holds no identity number: no form has a place for one. A longer one is not read. */
function upTo(max: number) {
  return z
    .string()
    .max(max, { error: message("common.tooLong", { max }), abort: true })
    .superRefine(refuseIdentityNumber);
}

function refuseIdentityNumber(text: string, context: z.RefinementCtx): void {
  const found = findPersonalData(text).find(({ severity }) => severity === "block");
  if (!found) return;
  const told = message(`knowledge.guardAt.${found.kind}`, { ...placeOf(text, found) });
  context.addIssue({ code: "custom", message: told });
}
