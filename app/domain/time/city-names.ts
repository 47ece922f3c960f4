import type { CityKey } from "#app/domain/time/city-zones.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import bosnian from "#content/messages/bs/cities.json";
import english from "#content/messages/en/cities.json";

const bosnianNames: Readonly<Record<CityKey, string>> = bosnian;
const englishNames: Readonly<Record<CityKey, string>> = english;

/** Languages whose readers know the cities by the Bosnian forms rather than by the English ones. */
const readsBosnianNames: ReadonlySet<LanguageCode> = new Set(["bs", "hr", "sr-Latn", "sr-Cyrl", "cnr"]);

/** The name of an offered city for the readers of an interface language. */
export function cityName(city: CityKey, locale: LanguageCode): string {
  return readsBosnianNames.has(locale) ? bosnianNames[city] : englishNames[city];
}
