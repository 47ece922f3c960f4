import type { PageText, TextsByLanguage } from "#app/domain/news/page-files.server.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

/** A text in the viewer's language, never silently in another; else only the languages that it is there in. */
export interface TextView {
  text: PageText | null;
  /** In the order of pickers. */
  languages: LanguageCode[];
}

/** Takes a text in the viewer's language. */
export function textView(texts: TextsByLanguage, { locale }: { locale: LanguageCode }): TextView {
  return { text: texts.get(locale) ?? null, languages: languageCodes.filter((code) => texts.has(code)) };
}
