import { type LanguageCode, languages } from "#app/i18n/languages.ts";

/** A language that is not named to a viewer: what the text itself shows, as a tag (BCP 47) behind a sign. */
export type UnnamedLanguage = `~${string}`;

/** The language of a text as a viewer is told it. */
export type ToldLanguage = LanguageCode | UnnamedLanguage;

/** Whether the viewer is told which language it is. */
export function isNamed(language: ToldLanguage): language is LanguageCode {
  return !language.startsWith("~");
}

/**
 * A language without its name. Whoever reads a text sees what it is written in, but for languages that read alike:
 * those are one, `sh` of ISO 639, which screen readers may pass over.
 */
export function unnamed(language: LanguageCode): UnnamedLanguage {
  return `~${readAlike[language] ?? languages[language].tag}`;
}

const readAlike: { readonly [Code in LanguageCode]?: string } = {
  bs: "sh-Latn",
  hr: "sh-Latn",
  cnr: "sh-Latn",
  "sr-Latn": "sh-Latn",
  "sr-Cyrl": "sh-Cyrl",
};

/** Value of the HTML `lang` attribute for a language as told, and its own name for itself, if that is told. */
export function wordsOfLanguage(language: ToldLanguage): { tag: string; selfName: string | null } {
  if (!isNamed(language)) return { tag: language.slice(1), selfName: null };
  const { tag, selfName } = languages[language];
  return { tag, selfName };
}
