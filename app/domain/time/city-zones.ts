/**
 * The cities a person picks a time zone by: capitals of Europe and its neighbours, and where the partners sit. The
 * first of several with one zone names it where no city was picked; pickers list them by the reader's alphabet. A city
 * is offered rather than a zone because some zones of the region do not exist under the name people look for (Pristina)
 * or are aliases that systems list unevenly.
 */
export const cityZones = [
  { city: "sarajevo", zone: "Europe/Sarajevo" },
  { city: "belgrade", zone: "Europe/Belgrade" },
  { city: "skopje", zone: "Europe/Skopje" },
  { city: "podgorica", zone: "Europe/Podgorica" },
  { city: "tirana", zone: "Europe/Tirane" },
  { city: "pristina", zone: "Europe/Belgrade" },
  { city: "zagreb", zone: "Europe/Zagreb" },
  { city: "ljubljana", zone: "Europe/Ljubljana" },
  { city: "vienna", zone: "Europe/Vienna" },
  { city: "strasbourg", zone: "Europe/Paris" },
  { city: "brussels", zone: "Europe/Brussels" },
  { city: "london", zone: "Europe/London" },
  { city: "istanbul", zone: "Europe/Istanbul" },
  { city: "kyiv", zone: "Europe/Kyiv" },
  { city: "new-york", zone: "America/New_York" },
  { city: "geneva", zone: "Europe/Zurich" },
  { city: "warsaw", zone: "Europe/Warsaw" },
  { city: "oslo", zone: "Europe/Oslo" },
  { city: "stockholm", zone: "Europe/Stockholm" },
  { city: "helsinki", zone: "Europe/Helsinki" },
  { city: "lisbon", zone: "Europe/Lisbon" },
  { city: "madrid", zone: "Europe/Madrid" },
  { city: "rome", zone: "Europe/Rome" },
  { city: "berlin", zone: "Europe/Berlin" },
  { city: "amsterdam", zone: "Europe/Amsterdam" },
  { city: "dublin", zone: "Europe/Dublin" },
  { city: "athens", zone: "Europe/Athens" },
  { city: "sofia", zone: "Europe/Sofia" },
  { city: "bucharest", zone: "Europe/Bucharest" },
  { city: "chisinau", zone: "Europe/Chisinau" },
  { city: "tbilisi", zone: "Asia/Tbilisi" },
  { city: "paris", zone: "Europe/Paris" },
  { city: "copenhagen", zone: "Europe/Copenhagen" },
  { city: "prague", zone: "Europe/Prague" },
  { city: "budapest", zone: "Europe/Budapest" },
  { city: "bratislava", zone: "Europe/Bratislava" },
  { city: "luxembourg", zone: "Europe/Luxembourg" },
  { city: "bern", zone: "Europe/Zurich" },
  { city: "nicosia", zone: "Asia/Nicosia" },
  { city: "ankara", zone: "Europe/Istanbul" },
  { city: "tallinn", zone: "Europe/Tallinn" },
  { city: "riga", zone: "Europe/Riga" },
  { city: "vilnius", zone: "Europe/Vilnius" },
  { city: "minsk", zone: "Europe/Minsk" },
  { city: "moscow", zone: "Europe/Moscow" },
  { city: "reykjavik", zone: "Atlantic/Reykjavik" },
  { city: "valletta", zone: "Europe/Malta" },
  { city: "monaco", zone: "Europe/Monaco" },
  { city: "san-marino", zone: "Europe/San_Marino" },
  { city: "andorra-la-vella", zone: "Europe/Andorra" },
  { city: "vaduz", zone: "Europe/Vaduz" },
  { city: "yerevan", zone: "Asia/Yerevan" },
  { city: "baku", zone: "Asia/Baku" },
  { city: "utc", zone: "UTC" },
] as const;

export type CityKey = (typeof cityZones)[number]["city"];

/** The IANA zone of an offered city; undefined for a key that is not offered. */
export function zoneOfCity(city: string): string | undefined {
  return cityZones.find((offered) => offered.city === city)?.zone;
}

/** Whether a text from outside (form, database) is one of the offered cities. */
export function isCity(value: unknown): value is CityKey {
  return typeof value === "string" && cityZones.some((entry) => entry.city === value);
}
