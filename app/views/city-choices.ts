import { cityName } from "#app/domain/time/city-names.ts";
import { cityZones } from "#app/domain/time/city-zones.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A city that a form offers, with its zone for what a browser says of its own. */
export interface CityChoice {
  value: string;
  label: string;
  zone: string;
}

/** The cities in the order of the viewer's alphabet; UTC, which is none, last. */
export function cityChoices({ locale, formats }: Pick<Viewer, "locale" | "formats">): CityChoice[] {
  return cityZones
    .map(({ city, zone }) => ({ value: city, label: cityName(city, locale), zone }))
    .sort(
      (a, b) => Number(a.value === "utc") - Number(b.value === "utc") || formats.collator.compare(a.label, b.label),
    );
}
