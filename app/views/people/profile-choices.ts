import { cityName } from "#app/domain/time/city-names.ts";
import { cityZones } from "#app/domain/time/city-zones.ts";
import { interfaceLocales, type LanguageCode, languageCodes, selfNames } from "#app/i18n/languages.ts";

/** What the form of a profile offers. */
export interface ProfileChoices {
  languages: LanguageChoice[];
  /** The region first. */
  cities: { value: string; label: string }[];
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
export function profileChoices(locale: LanguageCode): ProfileChoices {
  return {
    languages: languageChoices(),
    cities: cityZones.map(({ city }) => ({ value: city, label: cityName(city, locale) })),
  };
}
