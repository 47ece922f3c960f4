import ICAL from "ical.js";
import { toInstant } from "#app/domain/time/wall-time.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/**
 * The instant of a time in a calendar; null where it is not said in UTC or in a zone that is known by name. Rules of
 * zones that a calendar brings along are not followed: a mail could make them endless.
 */
export function calendarInstant(property: ICAL.Property | null): Instant | null {
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time) || time.isDate || time.year < 2000 || time.year > 2200) return null;
  const two = (part: number) => String(part).padStart(2, "0");
  const date = `${time.year}-${two(time.month)}-${two(time.day)}`;
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  if (/^(z|utc)$/i.test(time.zone?.tzid ?? "")) return iso(`${date}T${clock}:${two(time.second)}.000Z`);
  const name = [property?.getParameter("tzid") ?? ""].flat()[0] ?? "";
  const zone = Object.hasOwn(ofWindows, name) ? ofWindows[name] : name;
  if (!zone) return null;
  const found = toInstant({ date, time: clock }, zone, "earlier");
  return found.ok ? iso(found.instant) : null;
}

function iso(text: string): Instant | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Names that Outlook gives to zones of people in the region and of those who work with them (CLDR, windowsZones). */
const ofWindows: Readonly<Record<string, string>> = {
  "Central European Standard Time": "Europe/Sarajevo",
  "Central Europe Standard Time": "Europe/Belgrade",
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "GTB Standard Time": "Europe/Bucharest",
  "FLE Standard Time": "Europe/Kyiv",
  "E. Europe Standard Time": "Europe/Chisinau",
  "Turkey Standard Time": "Europe/Istanbul",
  "GMT Standard Time": "Europe/London",
  "Eastern Standard Time": "America/New_York",
};
