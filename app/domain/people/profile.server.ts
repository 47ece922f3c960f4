import { z } from "zod";
import { line, oneOf } from "#app/domain/people/people-input.ts";
import { type CityKey, cityZones } from "#app/domain/time/city-zones.ts";
import { interfaceLocales } from "#app/i18n/catalogues.server.ts";

const cities = cityZones.map(({ city }) => city) as [CityKey, ...CityKey[]];

export const localeField = oneOf(interfaceLocales);
export const cityField = oneOf(cities);

/** What people say about themselves. */
export const profileInput = z.object({ name: line(120), locale: localeField, city: cityField });
export type ProfileInput = z.infer<typeof profileInput>;
