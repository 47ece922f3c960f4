import { type LanguageCode, languageCodes, languageTag } from "#app/i18n/languages.ts";

/** Texts of one thing by language, as the database keeps them in JSON. */
export type Labels = Partial<Record<LanguageCode, string>>;

/** Reads the JSON of a labels column; anything else is a bug of the writer and gives no labels. */
export function parseLabels(json: string | null): Labels {
  return json ? (JSON.parse(json) as Labels) : {};
}

/**
 * The label in a language, or the first there is in a fixed order. Names of things must always be shown; texts of
 * records use language versions instead and never fall back silently.
 */
export function label(labels: Labels, locale: string): string {
  for (const code of languagesFor(locale)) {
    const text = labels[code];
    if (text) return text;
  }
  return "";
}

/** The languages to take a text in for a reader, the one that was asked for first. */
export function languagesFor(locale: string): LanguageCode[] {
  // A Croatian, Montenegrin or Serbian reader is nearer to a Bosnian text than to an English one.
  const near = ["hr", "cnr", "sr-Latn"].includes(locale) ? ["bs"] : [];
  return [locale, ...near, "en", "bs", "sr-Latn", "hr", "cnr", "sr-Cyrl", "mk", "sq"] as LanguageCode[];
}

/** A label with the value of `lang` that it needs where it stands among words of another language. */
export interface ShownLabel {
  text: string;
  lang?: string;
}

/** The label in a language, or one in another that is marked as such. */
export function shownLabel(labels: Labels, locale: string): ShownLabel {
  const text = label(labels, locale);
  if (!text || labels[locale as LanguageCode]) return { text };
  const code = languageCodes.find((candidate) => labels[candidate] === text);
  return code ? { text, lang: languageTag(code) } : { text };
}

/** Names of themes are kept as they stand in running text; in a list they begin with a capital. */
export function capitalised(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
