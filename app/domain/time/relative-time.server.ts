import { Temporal } from "temporal-polyfill";
import type { LanguageCode } from "#app/i18n/languages.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Montenegrin is Ijekavian; the nearest data ICU has, `sr-Latn-ME`, is Ekavian in these words. */
const ijekavian: ReadonlyArray<readonly [RegExp, string]> = [
  [/^pre /, "prije "],
  [/sledeć/, "sljedeć"],
  [/nedelj/, "nedjelj"],
  [/mesec/, "mjesec"],
];

/**
 * How far an instant is from now, in words. Under a day it counts minutes or hours ("in 17 hours"); from a day on it
 * counts nights in the reader's zone ("tomorrow"), because that is what "tomorrow" means.
 */
export function createRelativeTime(locale: LanguageCode, tag: string, zone: string) {
  const named = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const counted = new Intl.RelativeTimeFormat(tag, { numeric: "always" });
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();

  function words(instant: string, now: Date | string): string {
    const from = Temporal.Instant.from(typeof now === "string" ? now : now.toISOString());
    const to = Temporal.Instant.from(instant);
    const distance = to.epochMilliseconds - from.epochMilliseconds;
    const minutes = roundAway(distance / MINUTE);
    if (minutes === 0) return named.format(0, "second");
    if (Math.abs(minutes) < 60) return counted.format(minutes, "minute");
    const hours = roundAway(distance / HOUR);
    if (Math.abs(hours) < 24) return counted.format(hours, "hour");
    const days = day(from).until(day(to), { largestUnit: "day" }).days;
    if (Math.abs(days) < 14) return named.format(days, "day");
    if (Math.abs(days) < 60) return counted.format(roundAway(days / 7), "week");
    if (Math.abs(days) < 365) return counted.format(roundAway(days / 30.44), "month");
    return counted.format(roundAway(days / 365.25), "year");
  }

  if (locale !== "cnr") return words;
  return (instant: string, now: Date | string) =>
    ijekavian.reduce((text, [ekavian, form]) => text.replace(ekavian, form), words(instant, now));
}

/** Rounds a half away from zero, so that the past and the future are worded alike. */
function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}
