import type { Formats } from "#app/domain/time/format.server.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";

/** Whom a page, a mail or a file is made for: language, zone, texts, and the moment. A visit is one. */
export interface Viewer {
  locale: LanguageCode;
  zone: string;
  text: Text;
  formats: Formats;
  now: Date;
}
