import type { CityChoice } from "#app/views/city-choices.ts";

/** The offered city whose clock a browser shows: the one that gives the zone its name before others that share it. */
export function cityOfZone(cities: readonly CityChoice[], timeZone: string): CityChoice | undefined {
  const own = cities.filter(({ zone }) => zone === timeZone);
  return own.find(({ value }) => timeZone.toLowerCase().endsWith(`/${value}`)) ?? own[0];
}
