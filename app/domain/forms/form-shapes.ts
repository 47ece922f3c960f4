import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";

// Pieces of form schemas: a browser sends text, nothing, or a list.

const absent = (value: unknown) => (value === undefined || value === null ? "" : value);
const asList = (value: unknown) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]);

/** One line of text: trimmed, white space collapsed, NFC. */
export function line(max: number) {
  return z.preprocess(
    absent,
    z
      .string()
      .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
      .pipe(z.string().max(max, message("common.tooLong", { max }))),
  );
}

/** Text of several lines: trimmed, NFC. */
export function prose(max: number) {
  return z.preprocess(
    absent,
    z
      .string()
      .transform((text) => text.normalize("NFC").trim())
      .pipe(z.string().max(max, message("common.tooLong", { max }))),
  );
}

/** One of the codes, or null for none. */
export function choice<const T extends readonly string[]>(codes: T) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? null : value),
    z.enum(codes, message("common.chooseOne")).nullable(),
  );
}

/** Any number of the codes, each once. */
export function several<const T extends readonly string[]>(codes: T) {
  return z
    .preprocess(asList, z.array(z.enum(codes, message("errors.badValue"))))
    .transform((list) => [...new Set(list)]);
}

/** Values of fields that repeat, in order, empty ones included, so that parallel fields stay parallel. */
export function repeated(max: number, length: number) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(length, message("common.tooLong", { max: length }))).max(max, message("errors.badValue")),
  );
}

/** An id or a code of ours, or null. */
export function reference() {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? null : value),
    z.string().max(60, message("errors.badValue")).nullable(),
  );
}

/** A check box. */
export function checked() {
  return z.preprocess((value) => value !== undefined && value !== "", z.boolean());
}

/** A day of the calendar, or null. */
export function day() {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? null : value),
    z
      .string()
      .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), message("errors.badValue"))
      .nullable(),
  );
}
