import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import type { MessageKey } from "#app/i18n/message.ts";

// Fields that hold days, times and numbers. Messages are catalogue keys.

/** A day of the calendar, `2026-11-04`. */
export function day() {
  return z.string(message("common.required")).refine(isDay, message("common.badDate"));
}

/** A day of the calendar, or null for none. */
export function optionalDay() {
  return z.preprocess((value) => (value === undefined || value === "" ? null : value), day().nullable());
}

/** A time of day on a clock that is known from elsewhere, `09:30`. */
export function timeOfDay() {
  return z.string(message("common.required")).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, message("common.badTime"));
}

/** A time of day, or null for none. */
export function optionalTime() {
  return z.preprocess((value) => (value === undefined || value === "" ? null : value), timeOfDay().nullable());
}

/** Which of two readings of a time is meant, where the clocks go back. */
export const clockReadings = ["earlier", "later"] as const;

/** A whole number that must be there; what it `says` otherwise names the bounds. */
export function wholeNumber(rule: { least: number; most: number; says: MessageKey }) {
  return z
    .string(message("common.required"))
    .regex(/^\d{1,9}$/, message(rule.says))
    .transform(Number)
    .pipe(z.number().min(rule.least, message(rule.says)).max(rule.most, message(rule.says)));
}

/** A whole number, or null where none is given. */
export function optionalWholeNumber(rule: { least: number; most: number; says: MessageKey }) {
  return z.preprocess((value) => (value === undefined || value === "" ? null : value), wholeNumber(rule).nullable());
}

/** Where something stands among its like, or null for the end. */
export function position() {
  return z
    .string(message("errors.badValue"))
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^\d{0,3}$/, message("errors.badValue")))
    .transform((text) => (text === "" ? null : Number(text)));
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
