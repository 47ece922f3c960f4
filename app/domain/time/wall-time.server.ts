import { Temporal } from "temporal-polyfill";
import { Kept } from "#app/domain/time/kept.ts";

/** A time as a person reads it off the wall: no zone. */
export interface WallTime {
  date: string;
  time: string;
}

/** Which of the two instants is meant when clocks go back and a wall time comes twice. */
export type FoldChoice = "earlier" | "later";

export interface FoldOption {
  choice: FoldChoice;
  offset: string;
  instant: string;
}

export interface InstantRefusal {
  ok: false;
  reason: "gap" | "ambiguous" | "bad-zone" | "bad-date" | "bad-time";
  /** Only with `ambiguous`: what to ask. */
  options?: FoldOption[];
}

export type InstantResult = { ok: true; instant: string } | InstantRefusal;

/**
 * The UTC instant ("YYYY-MM-DDTHH:MM:SSZ") of a wall time in an IANA zone. Never guesses: a time that clocks skip
 * is refused (`gap`), a time that comes twice is refused with both readings unless `choice` names one.
 * `choice` is ignored where the time is unique, so that a form may always send it.
 */
export function toInstant(wall: WallTime, zone: string, choice?: FoldChoice): InstantResult {
  if (!isZone(zone)) return { ok: false, reason: "bad-zone" };
  const date = parseDate(wall.date);
  if (date === null) return { ok: false, reason: "bad-date" };
  const time = parseTime(wall.time);
  if (time === null) return { ok: false, reason: "bad-time" };

  const plain = date.toPlainDateTime(time);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { ok: true, instant: iso(earlier) };
  // In a gap neither reading shows the wall time that was asked for; in a fold both do.
  if (!earlier.toPlainDateTime().equals(plain)) return { ok: false, reason: "gap" };
  if (choice) return { ok: true, instant: iso(choice === "earlier" ? earlier : later) };
  return {
    ok: false,
    reason: "ambiguous",
    options: [
      { choice: "earlier", offset: earlier.offset, instant: iso(earlier) },
      { choice: "later", offset: later.offset, instant: iso(later) },
    ],
  };
}

/** What the wall shows at an instant in a zone; seconds are dropped. Throws RangeError for an unknown zone. */
export function toWall(instant: string, zone: string): WallTime & { offset: string } {
  // Zones have had offsets of whole minutes since 1972: all of a minute shows the same, "now" among it.
  const minute = /^(?:19[89]|2\d\d)\d-\d\d-\d\dT\d\d:\d\d(?=:[0-5]\d(?:\.\d+)?Z$)/.exec(instant)?.[0];
  return walls.get(`${zone} ${minute ?? instant}`, () => readWall(instant, zone));
}

/** A page names the same few instants on every request, and each costs some twenty microseconds to work out. */
const walls = new Kept<Readonly<WallTime & { offset: string }>>(5000);

function readWall(instant: string, zone: string): WallTime & { offset: string } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const plain = zoned.toPlainDateTime();
  return {
    date: plain.toPlainDate().toString(),
    time: plain.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "trunc" }),
    offset: zoned.offset,
  };
}

/**
 * Whether a text names a zone we store: "UTC" or an IANA "Area/City". Fixed offsets ("+02:00") and abbreviations
 * ("EST") are refused because they do not follow summer time.
 */
export function isZone(zone: string): boolean {
  if (zone !== "UTC" && !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$/.test(zone)) return false;
  return zones.get(zone, () => canonicalZone(zone) !== null);
}

/** Asking the platform makes a whole formatter, which takes longer than most queries. */
const zones = new Kept<boolean>(1000);

/**
 * Zones that were renamed, old name first (IANA tz database, file `backward`). Listed because systems disagree on
 * which of the two names they answer. Zones that merely keep the same time, such as Sarajevo and Belgrade, are not
 * here: they are different places.
 */
const renamedZones: ReadonlyArray<readonly [string, string]> = [
  ["europe/kiev", "europe/kyiv"],
  ["asia/calcutta", "asia/kolkata"],
  ["asia/katmandu", "asia/kathmandu"],
  ["asia/rangoon", "asia/yangon"],
  ["asia/saigon", "asia/ho_chi_minh"],
  ["asia/istanbul", "europe/istanbul"],
  ["america/godthab", "america/nuuk"],
  ["america/buenos_aires", "america/argentina/buenos_aires"],
  ["atlantic/faeroe", "atlantic/faroe"],
  ["etc/utc", "utc"],
];

/** Whether two names mean one zone: equal, or the old and new name of a renamed zone. */
export function sameZone(a: string, b: string): boolean {
  const today = (zone: string) => {
    const name = zone.toLowerCase();
    return renamedZones.find(([old]) => old === name)?.[1] ?? name;
  };
  return today(a) === today(b);
}

/** The date `days` later (earlier if negative). Throws RangeError for a text that is not a date. */
export function shiftDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days `to` is after `from`, both "YYYY-MM-DD". */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/**
 * The instant of the same wall time in another zone: used per slot when a round changes its zone, because two slots
 * of one round can lie on both sides of a change of clocks.
 */
export function moveWall(instant: string, fromZone: string, toZone: string, choice?: FoldChoice): InstantResult {
  if (!isZone(toZone)) return { ok: false, reason: "bad-zone" };
  // The same zone under another name moves nothing, not even the second of two equal wall times.
  if (sameZone(fromZone, toZone)) return { ok: true, instant: isoInstant(instant) };
  return toInstant(toWall(instant, fromZone), toZone, choice);
}

/**
 * The instant with the same wall time when a round that began on `days.from` is cloned to begin on `days.to`
 * (both "YYYY-MM-DD" in the round's zone).
 */
export function cloneOnto(
  instant: string,
  zone: string,
  days: { from: string; to: string },
  choice?: FoldChoice,
): InstantResult {
  const wall = toWall(instant, zone);
  const date = shiftDays(wall.date, daysBetween(days.from, days.to));
  return toInstant({ date, time: wall.time }, zone, choice);
}

function parseDate(text: string): Temporal.PlainDate | null {
  // Before 1970 zones had offsets with seconds; a meeting needs neither those years nor five-digit ones.
  const match = /^(19[7-9]\d|2\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  try {
    const fields = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
    return Temporal.PlainDate.from(fields, { overflow: "reject" });
  } catch {
    return null;
  }
}

function parseTime(text: string): Temporal.PlainTime | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Temporal.PlainTime.from({ hour: Number(match[1]), minute: Number(match[2]) }) : null;
}

function canonicalZone(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function iso(zoned: Temporal.ZonedDateTime): string {
  return zoned.toInstant().toString({ smallestUnit: "second" });
}

function isoInstant(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: "second" });
}
