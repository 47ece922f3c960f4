import { Temporal } from "temporal-polyfill";
import { cityName } from "#app/domain/time/city-names.ts";
import { type CityKey, cityZones } from "#app/domain/time/city-zones.ts";
import { type DayWords, datePatterns } from "#app/domain/time/date-patterns.ts";
import { Kept } from "#app/domain/time/kept.ts";
import { createLanguageName } from "#app/domain/time/language-names.server.ts";
import { createRelativeTime } from "#app/domain/time/relative-time.server.ts";
import { isZone, sameZone, toWall } from "#app/domain/time/wall-time.server.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";

/** Everything that is written differently per language or zone. Instants are ISO 8601 in UTC. */
export interface Formats {
  /** "Wednesday 4 November 2020" */
  date(instant: string): string;
  /** "4 Nov 2020" */
  dateShort(instant: string): string;
  /** "09:30" */
  time(instant: string): string;
  /** "Wednesday 4 November 2020, 09:30" */
  dateTime(instant: string): string;
  /** "09:30–11:00", with dates when the two are on different days */
  range(start: string, end: string): string;
  /**
   * A stretch of time with its clock: "09:30–11:00" and "Sarajevo (UTC+1)"; where clocks change between, both offsets:
   * "01:30 (UTC+1) – 04:30 (UTC+2)" and "Sarajevo"
   */
  span(start: string, end: string): { time: string; zone: string };
  /** "4–6 November 2020", from two days "YYYY-MM-DD" (both included) */
  dateRange(startsOn: string, endsOn: string): string;
  /** "November 2020", from a month "YYYY-MM" */
  month(month: string): string;
  /** "Sarajevo (UTC+1)", as the offset is at that instant */
  zoneLabel(instant: string): string;
  /** "tomorrow", "in 17 hours" */
  relative(instant: string, now: Date | string): string;
  /** "1,234.5" */
  number(value: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** The name of a language: "Bosnian" */
  languageName(code: string): string;
  /** Sorts as the language's alphabet does; numbers inside by value */
  collator: Intl.Collator;
}

/**
 * Formats for one reader. Server only: browsers lack usable data for Bosnian, Albanian and Macedonian, so pages get
 * finished strings. `city` is the city the zone was picked by; without it the first offered city of the zone names
 * it. Throws RangeError for an unknown zone.
 */
export function createFormats(locale: LanguageCode, zone: string, city?: CityKey): Formats {
  if (!isZone(zone)) throw new RangeError(`Unknown time zone: ${zone}`);
  return known.get(`${locale} ${zone} ${city ?? ""}`, () => buildFormats(locale, zone, city));
}

/** Building ICU formatters takes about a millisecond, and a page asks for the same ones on every request. */
const known = new Kept<Formats>(200);

function buildFormats(locale: LanguageCode, zone: string, city: CityKey | undefined): Formats {
  const tag = icuTag(locale);
  const pattern = datePatterns[locale];
  const days = new Kept<DayWords>(2000);
  const makeWords = createDayWords(tag, pattern.monthAfterDay);
  const words = (date: string) => days.get(date, () => makeWords(date));
  const months = new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "long", year: "numeric" });
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: "conjunction" });
  const place = zonePlace(locale, zone, city);

  const dayOf = (instant: string) => words(toWall(instant, zone).date);
  const time = (instant: string) => toWall(instant, zone).time;
  const moment = (instant: string) => pattern.long(dayOf(instant)) + pattern.beforeTime + time(instant);

  const range = (start: string, end: string) => {
    const sameDay = toWall(start, zone).date === toWall(end, zone).date;
    return sameDay ? `${time(start)}–${time(end)}` : `${moment(start)} – ${moment(end)}`;
  };
  const offsetAt = (instant: string) => shortOffset(toWall(instant, zone).offset);
  const zoneLabel = (instant: string) => (place === "UTC" ? place : `${place} (${offsetAt(instant)})`);

  return {
    date: (instant) => pattern.full(dayOf(instant)),
    dateShort: (instant) => pattern.short(dayOf(instant)),
    time,
    dateTime: (instant) => pattern.full(dayOf(instant)) + pattern.beforeTime + time(instant),
    range,
    span(start, end) {
      const offsets = [offsetAt(start), offsetAt(end)];
      if (offsets[0] === offsets[1]) return { time: range(start, end), zone: zoneLabel(start) };
      const sameDay = toWall(start, zone).date === toWall(end, zone).date;
      const point = sameDay ? time : moment;
      return { time: `${point(start)} (${offsets[0]}) – ${point(end)} (${offsets[1]})`, zone: place };
    },
    dateRange(startsOn, endsOn) {
      const from = words(startsOn);
      const to = words(endsOn);
      if (startsOn === endsOn) return pattern.long(to);
      if (from.year !== to.year) return `${pattern.long(from)} – ${pattern.long(to)}`;
      return from.month === to.month ? pattern.withinMonth(from, to) : pattern.withinYear(from, to);
    },
    month: (month) => plainSpaces(months.format(new Date(`${month}-01T00:00:00.000Z`))),
    zoneLabel,
    relative: createRelativeTime(locale, tag, zone),
    number: (value) => plainSpaces(numbers.format(value)),
    list: (items) => lists.format(items),
    languageName: createLanguageName(locale),
    collator: new Intl.Collator(tag, { numeric: true }),
  };
}

/** The nearest language tag ICU has data for. */
function icuTag(locale: LanguageCode): string {
  if (locale === "en") return "en-GB";
  return locale === "cnr" ? "sr-Latn-ME" : locale;
}

/** Words of a day "YYYY-MM-DD". The month is taken from a whole date, for the case it has after a day number. */
function createDayWords(tag: string, monthAfterDay = (name: string) => name): (date: string) => DayWords {
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return (date) => {
    const { year, month, day } = Temporal.PlainDate.from(date);
    const parts = format.formatToParts(Date.UTC(year, month - 1, day));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? "";
    return { day, month, year, weekday: part("weekday"), monthName: monthAfterDay(part("month")) };
  };
}

function zonePlace(locale: LanguageCode, zone: string, city: CityKey | undefined): string {
  const key = city ?? cityZones.find((offered) => sameZone(offered.zone, zone))?.city;
  if (key) return cityName(key, locale);
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "+01:00" becomes "UTC+1", "-03:30" becomes "UTC−3:30" with a true minus sign. */
function shortOffset(offset: string): string {
  const match = /^([+-])(\d{2}):(\d{2})/.exec(offset);
  if (!match) return `UTC${offset}`;
  const minutes = match[3] === "00" ? "" : `:${match[3]}`;
  return `UTC${match[1] === "-" ? "−" : "+"}${Number(match[2])}${minutes}`;
}

/**
 * One kind of fixed space in all languages and ICU versions, and the sign the keyboard has, so that numbers can be
 * searched for.
 */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, "\u00a0").replace("\u2212", "-");
}
