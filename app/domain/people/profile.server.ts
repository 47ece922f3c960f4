import { z } from "zod";
import { oneOf } from "#app/domain/forms/choice-fields.ts";
import { requiredLine } from "#app/domain/forms/text-fields.ts";
import { type CityKey, cityZones } from "#app/domain/time/city-zones.ts";
import { interfaceLocales } from "#app/i18n/languages.ts";

const cities = cityZones.map(({ city }) => city) as [CityKey, ...CityKey[]];

export const localeField = oneOf(interfaceLocales);
const cityField = oneOf(cities);

/** What people say about themselves. */
export const profileInput = z.object({ name: requiredLine(120), locale: localeField, city: cityField });
export type ProfileInput = z.infer<typeof profileInput>;

/** The same of those who have an account: mails can come in another language than pages, and else come as before. */
export const accountInput = profileInput.extend({ mailLocale: localeField.optional() });
export type AccountInput = z.infer<typeof accountInput>;
