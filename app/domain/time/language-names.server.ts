import type { LanguageCode } from "#app/i18n/languages.ts";

/** ICU has no data for Montenegrin: it answers "Serbian (Montenegro)" for the name and nothing for the language. */
const montenegrin: Readonly<Record<LanguageCode, string>> = {
  en: "Montenegrin",
  bs: "crnogorski",
  hr: "crnogorski",
  "sr-Latn": "crnogorski",
  "sr-Cyrl": "црногорски",
  cnr: "crnogorski",
  mk: "црногорски",
  sq: "malazezisht",
};

/**
 * The name of a language in an interface language ("Bosnian", "bosanski"), in the case of running text.
 * A code that is unknown is answered as it came.
 */
export function createLanguageName(locale: LanguageCode): (code: string) => string {
  // Bosnian data for Montenegrin readers, because the Serbian data is Ekavian ("nemački").
  const tag = locale === "en" ? "en-GB" : locale === "cnr" ? "bs" : locale;
  const names = new Intl.DisplayNames([tag], { type: "language", fallback: "none" });
  return (code) => {
    if (code === "cnr") return montenegrin[locale];
    if (code === "und" || code === "root") return code;
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}
