import { createFormats, type Formats } from "#app/domain/time/format.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The words beside dates of references are English, and so are the dates in them. */
const english = createFormats("en", "UTC");

/** A day, a month, or years with a stroke between them. */
const WRITTEN = /\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{4})-(0[1-9]|1[0-2])\b(?!-)|\b(\d{4})-(\d{4})\b/g;

/**
 * The date of a reference as it is read: kept as "2006-01-11; revised 2020-07-01", since documents have several. Dates
 * alone are in the viewer's language; with words beside them all of it is in the language of the words.
 */
export function referenceDate(date: string, { formats }: Pick<Viewer, "formats">): ShownLabel {
  const hasWords = /\p{L}/u.test(date.replaceAll(WRITTEN, ""));
  return hasWords ? { text: written(date, english), lang: "en" } : { text: written(date, formats) };
}

function written(date: string, formats: Formats): string {
  return date.replaceAll(WRITTEN, (whole, ...[year, , day, , month, from, to]: (string | undefined)[]) => {
    if (from && to) return `${from}–${to}`;
    if (month) return formats.month(whole);
    return year && day && isDay(whole) ? formats.dateRange(whole, whole) : whole;
  });
}

function isDay(text: string): boolean {
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
