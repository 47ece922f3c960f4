import { interfaceLocales, type LanguageCode, languageCodes, selfNames } from "#app/i18n/languages.ts";
import { type CityChoice, cityChoices } from "#app/views/city-choices.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What the form of a profile offers. */
export interface ProfileChoices {
  languages: LanguageChoice[];
  cities: CityChoice[];
}

/** A language of the interface by its own name. */
export interface LanguageChoice {
  value: string;
  label: string;
  lang: LanguageCode;
}

/** Languages of the interface, each by its own name. */
export function languageChoices(): LanguageChoice[] {
  return interfaceLocales.map((code) => ({ value: code, label: selfNames[code], lang: code }));
}

/** All languages that names can be in, each by its own name. */
export function allLanguages(): LanguageChoice[] {
  return languageCodes.map((code) => ({ value: code, label: selfNames[code], lang: code }));
}

/** Writes what the form of a profile offers. */
export function profileChoices(viewer: Pick<Viewer, "locale" | "formats">): ProfileChoices {
  return { languages: languageChoices(), cities: cityChoices(viewer) };
}
