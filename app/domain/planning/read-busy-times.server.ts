import ICAL from "ical.js";
import { Refused } from "#app/domain/errors.ts";
import type { Stretch } from "#app/domain/planning/availability.server.ts";
import { MAX_CALENDAR } from "#app/domain/planning/plan-limits.ts";
import { instantText } from "#app/domain/sessions/session-time.server.ts";
import { isZone, shiftDays, toInstant } from "#app/domain/time/wall-time.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** Most events, and most steps of repeating ones, that are looked at. */
const MAX_EVENTS = 5000;
const MAX_STEPS = 10_000;
/** Longest event of a series, in days: what begins earlier cannot reach into the round. */
const LONGEST_DAYS = 31;

/** What of a calendar matters: the days of a round, and the clock of what names none. */
export interface CalendarFrame {
  from: Instant;
  to: Instant;
  zone: string;
}

/**
 * The times within a frame at which a calendar file (RFC 5545) says that its owner is busy: no titles, no places, no
 * people. Cancelled events and those that show as free are left out; repeating ones are followed with their exceptions;
 * a day without a time is the whole day on the clock of the round.
 * @throws Refused for what is no calendar, or too much of it
 */
export function readBusyTimes(text: string, frame: CalendarFrame): Stretch[] {
  if (text.length > MAX_CALENDAR) throw refusedCalendar("availability.calendarTooLong");
  const calendar = parse(text);
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length > MAX_EVENTS) throw refusedCalendar("availability.calendarTooLong");
  const zones = new Map<string, ICAL.Timezone>(
    calendar.getAllSubcomponents("vtimezone").flatMap((component) => {
      const zone = new ICAL.Timezone(component);
      return zone.tzid ? [[zone.tzid, zone] as const] : [];
    }),
  );
  const clock: Clock = { zones, zone: frame.zone };
  const reading = { clock, frame, budget: { steps: MAX_STEPS }, exceptions: exceptionsIn(events) };
  const all = events.flatMap((component) => timesOf(component, reading));
  return joined(all.filter(({ startsAt, endsAt }) => startsAt < endsAt && startsAt < frame.to && endsAt > frame.from));
}

interface Clock {
  zones: ReadonlyMap<string, ICAL.Timezone>;
  zone: string;
}

interface Reading {
  clock: Clock;
  frame: CalendarFrame;
  budget: { steps: number };
  /** By the UID of their series: each is an event of its own, which the series leaves out. */
  exceptions: ReadonlyMap<string, readonly ICAL.Component[]>;
}

function parse(text: string): ICAL.Component {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, "")) as never);
    if (calendar.name === "vcalendar") return calendar;
  } catch {
    // Said below, like everything else that is no calendar.
  }
  throw refusedCalendar("availability.badCalendar");
}

function timesOf(component: ICAL.Component, reading: Reading): Stretch[] {
  try {
    if (!isBusyEvent(component)) return [];
    const isSeries = component.hasProperty("rrule") || component.hasProperty("rdate");
    if (isSeries && !component.hasProperty("recurrence-id")) return repeated(component, reading);
    const event = new ICAL.Event(component);
    return [stretch(event.startDate, event.endDate, tzidOf(component), reading.clock)];
  } catch (error) {
    if (error instanceof Refused) throw error;
    // One event that cannot be read is no reason to leave out the others.
    return [];
  }
}

function repeated(component: ICAL.Component, reading: Reading): Stretch[] {
  const { clock, frame, budget, exceptions } = reading;
  const event = new ICAL.Event(component);
  const tzid = tzidOf(component);
  const elsewhere = new Set(exceptions.get(uidOf(component))?.map((one) => replaced(one, clock)));
  const earliest = shiftDays(frame.from.slice(0, 10), -LONGEST_DAYS);
  const found: Stretch[] = [];
  const steps = event.iterator();
  for (let start = steps.next(); start; start = steps.next()) {
    if (--budget.steps < 0) throw refusedCalendar("availability.calendarTooLong");
    if (dateOf(start) < earliest) continue;
    const end = start.clone();
    end.addDuration(event.duration);
    const at = stretch(start, end, tzid, clock);
    if (at.startsAt > frame.to) break;
    if (!elsewhere.has(at.startsAt)) found.push(at);
  }
  return found;
}

/** Which occurrence of its series an exception stands for. */
function replaced(exception: ICAL.Component, clock: Clock): Instant {
  const property = exception.getFirstProperty("recurrence-id");
  const tzid = property?.getParameter("tzid");
  return instantOf(property?.getFirstValue() as unknown as ICAL.Time, typeof tzid === "string" ? tzid : null, clock);
}

function isBusyEvent(component: ICAL.Component): boolean {
  const said = (name: string) => String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
  return said("status") !== "CANCELLED" && said("transp") !== "TRANSPARENT";
}

function exceptionsIn(events: readonly ICAL.Component[]): Map<string, ICAL.Component[]> {
  const exceptions = new Map<string, ICAL.Component[]>();
  for (const event of events) {
    if (!event.hasProperty("recurrence-id")) continue;
    const uid = uidOf(event);
    const others = exceptions.get(uid);
    if (others) others.push(event);
    else exceptions.set(uid, [event]);
  }
  return exceptions;
}

function uidOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue("uid") ?? "");
}

function tzidOf(component: ICAL.Component): string | null {
  const tzid = component.getFirstProperty("dtstart")?.getParameter("tzid");
  return typeof tzid === "string" ? tzid : null;
}

function stretch(start: ICAL.Time, end: ICAL.Time, tzid: string | null, clock: Clock): Stretch {
  const startsAt = instantOf(start, tzid, clock);
  // Without an end, a day lasts a day (RFC 5545, 3.6.1).
  if (start.isDate && end.compare(start) <= 0) {
    return { startsAt, endsAt: wallInstant(shiftDays(dateOf(start), 1), "00:00", clock.zone) };
  }
  return { startsAt, endsAt: instantOf(end, tzid, clock) };
}

function instantOf(time: ICAL.Time, tzid: string | null, { zones, zone }: Clock): Instant {
  if (time.isDate) return wallInstant(dateOf(time), "00:00", zone);
  if (time.zone === ICAL.Timezone.utcTimezone) return instantText(time.toJSDate().toISOString());
  const wall = `${pad(time.hour)}:${pad(time.minute)}`;
  if (tzid !== null && isZone(tzid)) return wallInstant(dateOf(time), wall, tzid);
  const own = tzid === null ? undefined : zones.get(tzid);
  if (!own) return wallInstant(dateOf(time), wall, zone);
  const placed = time.clone();
  placed.zone = own;
  return new Date(placed.toUnixTime() * 1000).toISOString();
}

/** The instant of a wall time; where it comes twice the first, where clocks skip it the hour after. */
function wallInstant(date: string, time: string, zone: string): Instant {
  const found = toInstant({ date, time }, zone, "earlier");
  if (found.ok) return instantText(found.instant);
  const later = `${pad((Number(time.slice(0, 2)) + 1) % 24)}${time.slice(2)}`;
  const next = toInstant({ date, time: later }, zone, "earlier");
  return next.ok ? instantText(next.instant) : new Date(`${date}T${time}:00Z`).toISOString();
}

function dateOf({ year, month, day }: ICAL.Time): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const one of [...stretches].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const last = all.at(-1);
    if (last && one.startsAt <= last.endsAt) {
      if (one.endsAt > last.endsAt) last.endsAt = one.endsAt;
    } else all.push({ ...one });
  }
  return all;
}

/** What says that a calendar cannot be read. */
export function refusedCalendar(key: "availability.badCalendar" | "availability.calendarTooLong"): Refused {
  return new Refused([{ field: "calendar", message: { key } }]);
}
