import { z } from "zod";
import { oneOf } from "#app/domain/forms/choice-fields.ts";
import { requiredLine } from "#app/domain/forms/text-fields.ts";
import { cityName } from "#app/domain/time/city-names.ts";
import { type CityKey, cityZones } from "#app/domain/time/city-zones.ts";
import { type InterfaceLocale, interfaceLocales, selfNames } from "#app/i18n/languages.ts";

const cities = cityZones.map(({ city }) => city) as [CityKey, ...CityKey[]];

export const localeField = oneOf(interfaceLocales);
const cityField = oneOf(cities);

/** What people say about themselves. */
export const profileInput = z.object({ name: requiredLine(120), locale: localeField, city: cityField });
export type ProfileInput = z.infer<typeof profileInput>;

/** What the form of a profile offers: languages by their own names, cities with the region first. */
export function profileChoices(locale: InterfaceLocale) {
  return {
    languages: interfaceLocales.map((code) => ({ value: code, label: selfNames[code], lang: code })),
    cities: cityZones.map(({ city }) => ({ value: city, label: cityName(city, locale) })),
  };
}
export type ProfileChoices = ReturnType<typeof profileChoices>;
