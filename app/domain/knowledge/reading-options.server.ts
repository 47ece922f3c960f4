import { createFormats, type Formats } from "#app/domain/time/format.server.ts";
import { isLanguageCode, type LanguageCode } from "#app/i18n/languages.ts";

/** In which language, and with which dates, something is read. */
export interface ReadingOptions {
  locale: string;
  /** The language version asked for, where it is another than the page's. */
  language?: string | null;
  /** Formats of a signed-in reader; others get those of their language in the region's zone. */
  formats?: Formats;
}

/** The formats to read with. */
export function formatsOf(options: ReadingOptions): Formats {
  return options.formats ?? createFormats(localeOf(options), "Europe/Sarajevo");
}

/** The language of the page. */
export function localeOf(options: ReadingOptions): LanguageCode {
  return isLanguageCode(options.locale) ? options.locale : "en";
}
