import ICAL from "ical.js";
import { addressKey } from "#app/domain/address.ts";
import type { Answer } from "#app/domain/codes.ts";
import { calendarInstant } from "#app/domain/replies/calendar-instant.server.ts";
import { readableCalendar } from "#app/domain/replies/readable-calendar.ts";
import { COMMENT_LENGTH } from "#app/domain/sessions/answers/answer-limits.ts";
import type { Instant } from "#db/schema/columns.ts";

/** What the calendar of a mail says to an invitation. */
export interface CalendarReply {
  method: "REPLY" | "COUNTER";
  /** Programs of others write any UID; ours are `session@host`. */
  uid: string;
  /** It is about one of several occurrences: sessions have one. */
  isOfOccurrence: boolean;
  /** Null where the mail has none. */
  sequence: number | null;
  stamp: Instant | null;
  attendees: CalendarAttendee[];
  comment: string;
  /** The time that is proposed, where the calendar says it in a zone that is known. */
  startsAt: Instant | null;
  endsAt: Instant | null;
}

export interface CalendarAttendee {
  /** As accounts are compared; null for what is no mail address. */
  address: string | null;
  /** `other` for delegated, unanswered, and what calendars may say beside. */
  says: Answer | "delegated" | "other";
  /** Who is to come instead, as accounts are compared. */
  delegatedTo: string | null;
  comment: string;
}

/** Why there is no reply in a calendar. */
export type NoReply = "malformed" | "no-method" | "not-a-reply";

const MAX_EVENTS = 50;
const MAX_ATTENDEES = 100;

/**
 * Reads the calendar of a mail (RFC 5546, 3.2.3 and 3.2.7).
 * @param given METHOD of the content type, for calendars that do not say it themselves
 * @param isOurs whether a UID could be one of ours, where a calendar holds several events
 */
export function readCalendarReply(
  text: string,
  given: string | null,
  isOurs: (uid: string) => boolean,
): CalendarReply | NoReply {
  try {
    const [calendar] = calendarsIn(text);
    if (!calendar) return "malformed";
    const method = (String(calendar.getFirstPropertyValue("method") ?? "") || given || "").trim().toUpperCase();
    if (method === "") return "no-method";
    if (method !== "REPLY" && method !== "COUNTER") return "not-a-reply";
    const events = calendar.getAllSubcomponents("vevent").slice(0, MAX_EVENTS);
    const whole = events.filter((event) => !event.hasProperty("recurrence-id"));
    const event = [...whole, ...events].find((one) => isOurs(uidOf(one))) ?? whole[0] ?? events[0];
    return event && uidOf(event) !== "" ? replyOf(event, method) : "malformed";
  } catch {
    return "malformed";
  }
}

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(readableCalendar(text)) as unknown;
  const components = (Array.isArray(parsed) && typeof parsed[0] === "string" ? [parsed] : parsed) as unknown[][];
  return components.map((one) => new ICAL.Component(one));
}

function replyOf(event: ICAL.Component, method: CalendarReply["method"]): CalendarReply {
  const attendees = event.getAllProperties("attendee").slice(0, MAX_ATTENDEES).map(attendeeOf);
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  return {
    method,
    uid: uidOf(event),
    isOfOccurrence: event.hasProperty("recurrence-id"),
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    stamp: calendarInstant(event.getFirstProperty("dtstamp")),
    attendees,
    comment: joined(
      event
        .getAllProperties("comment")
        .slice(0, 10)
        .map((one) => String(one.getFirstValue() ?? "")),
    ),
    startsAt: calendarInstant(event.getFirstProperty("dtstart")),
    endsAt: calendarInstant(event.getFirstProperty("dtend")),
  };
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue("uid") ?? "")
    .trim()
    .slice(0, 300);
}

function attendeeOf(attendee: ICAL.Property): CalendarAttendee {
  const value = String(attendee.getFirstValue() ?? "");
  const parameter = (name: string) => [attendee.getParameter(name) ?? ""].flat()[0] ?? "";
  const said = parameter("partstat").trim().toLowerCase();
  return {
    address: addressOf(value) ?? addressOf(parameter("email")),
    says: said === "accepted" || said === "tentative" || said === "declined" || said === "delegated" ? said : "other",
    delegatedTo: addressOf(parameter("delegated-to")),
    comment: joined([parameter("x-response-comment"), parameter("x-calendarserver-response-comment")]),
  };
}

/** The address of a URI (RFC 6068), also one that was not written as it should be. */
function addressOf(uri: string): string | null {
  const [, plain = ""] = /^(?:[\s\S]*mailto:)?\s*<?([^<>\s]*)>?\s*$/i.exec(uri.slice(0, 1000)) ?? [];
  return addressKey(plain.replace(/%40/g, "@"));
}

/** Comments in several languages, each once. */
function joined(texts: readonly string[]): string {
  const cleaned = texts.map((text) => text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, "").trim()).filter(Boolean);
  return [...new Set(cleaned)].join("\n").slice(0, COMMENT_LENGTH);
}
