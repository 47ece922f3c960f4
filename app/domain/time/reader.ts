import type { Formats } from "#app/domain/time/format.server.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";

/** For whom a read writes its finished strings: language, zone, texts, and the moment. A visit is one. */
export interface Reader {
  locale: LanguageCode;
  zone: string;
  text: Text;
  formats: Formats;
  now: Date;
}
