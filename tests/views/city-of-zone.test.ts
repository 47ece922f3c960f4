import { expect, it } from "vitest";
import { cityChoices } from "#app/views/city-choices.ts";
import { cityOfZone } from "#app/views/city-of-zone.ts";
import { viewer } from "#tests/support/viewer.ts";

const cities = (locale: "en" | "bs") => cityChoices(viewer("Europe/Sarajevo", undefined, locale));

it("offers cities in the alphabet of the reader, and UTC last", () => {
  const labels = cities("bs").map(({ label }) => label);
  expect(labels.slice(0, -1)).toEqual([...labels.slice(0, -1)].sort(new Intl.Collator("bs").compare));
  expect(cities("en").map(({ label }) => label)).not.toEqual(labels);
  for (const locale of ["en", "bs"] as const) expect(cities(locale).at(-1)?.value).toBe("utc");
});

it.each([
  ["Europe/Sarajevo", "sarajevo"],
  // Pristina, Strasbourg and Ankara share the zones of these.
  ["Europe/Belgrade", "belgrade"],
  ["Europe/Paris", "paris"],
  ["Europe/Istanbul", "istanbul"],
  // No city is called as its zone.
  ["Europe/Tirane", "tirana"],
  ["Asia/Tokyo", undefined],
])("proposes for the clock of a browser in %s: %s", (zone, city) => {
  for (const locale of ["en", "bs"] as const) expect(cityOfZone(cities(locale), zone)?.value).toBe(city);
});
