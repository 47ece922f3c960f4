import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { addressKey, type Mailbox } from "#app/domain/address.ts";
import type { Answer } from "#app/domain/codes.ts";

/** A session as a calendar shows it. Instants are ISO 8601 in UTC. */
export interface CalendarEvent {
  sessionId: string;
  /** Kept since the first start; with the session's id it is the UID, for ever, in mail and feed alike. */
  host: string;
  /** Rises on a move or cancellation, not on a change of text (RFC 5546, 2.1.4). */
  sequence: number;
  title: string;
  description: string;
  startsAt: string;
  endsAt: string;
  changedAt: string;
  /** A mailbox that the product reads. */
  organiser: Mailbox;
  /** Where people meet in person, if they do. */
  venue?: string | null;
  /** Only for those who may attend; never put into a cancellation. */
  joinLink?: string | null;
  /** What the link is called, in the recipient's language. */
  joinLabel?: string | null;
  cancelled?: boolean;
}

/** What an attendee has answered, as calendars call it (RFC 5545, 3.2.12). */
const participation = {
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentative: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
} as const satisfies Record<Answer, ICalAttendeeStatus>;

/**
 * The iTIP message for one attendee (RFC 5546): METHOD REQUEST or CANCEL, and the recipient as its only ATTENDEE, so
 * that nobody learns from an invitation who else is invited. A cancellation of an event that is not `cancelled` takes
 * out the recipient alone. `stamp` is DTSTAMP: what is said again has the same. `answer` is what they have answered to
 * this time. Throws RangeError for an organiser who
 * is the recipient or whom nobody reads, a session that ends before it starts, and a join link that is not http(s).
 */
export function invitationCalendar(
  event: CalendarEvent,
  recipient: Mailbox,
  method: "REQUEST" | "CANCEL",
  stamp: Date | string = new Date(),
  answer: Answer | null = null,
): string {
  const attendee = mailbox(recipient);
  if (addressKey(event.organiser.address) === addressKey(recipient.address)) {
    throw new RangeError("The organiser of an invitation cannot be its recipient");
  }
  const isOff = method === "CANCEL";
  const shown: CalendarEvent = { ...event, joinLink: isOff ? null : event.joinLink };
  const calendar = ical({ prodId: PRODUCT_ID, method: ICalCalendarMethod[method] });
  const data = eventData(shown, stamp);
  // Of a session that goes on for others, its state says nothing (RFC 5546, 3.2.5).
  if (isOff && !event.cancelled) data.status = null;
  const said = answer ? participation[answer] : ICalAttendeeStatus.NEEDSACTION;
  const status = isOff ? {} : { status: said, rsvp: true };
  calendar.createEvent(data).createAttendee({ ...attendee, role: ICalAttendeeRole.REQ, ...status });
  return contentLines(calendar.toString(), [shown]);
}

/** What makes events a calendar of their own, to subscribe to: programs open another one for it. */
export interface Feed {
  name: string;
  refreshMinutes?: number;
}

/**
 * Events to look at (METHOD:PUBLISH, no ATTENDEE). The caller passes only what the reader may see today. Without a feed
 * it is a file of events, which join the calendar that somebody has.
 */
export function publishedCalendar(
  { feed, events }: { feed?: Feed; events: readonly CalendarEvent[] },
  now: Date = new Date(),
): string {
  const shown = events.map((event) => (event.cancelled ? { ...event, joinLink: null } : event));
  const calendar = ical({
    prodId: PRODUCT_ID,
    method: ICalCalendarMethod.PUBLISH,
    // The generator writes the name as it comes; everything in an event it escapes itself.
    ...(feed && { name: escapeText(oneLine(feed.name)), ttl: (feed.refreshMinutes ?? 60) * 60 }),
  });
  for (const event of shown) calendar.createEvent(eventData(event, now));
  return contentLines(calendar.toString(), shown);
}

const PRODUCT_ID = "//Zbornik//Zbornik//EN";

function eventData(event: CalendarEvent, stamp: Date | string): ICalEventData {
  if (!Number.isInteger(event.sequence) || event.sequence < 0) throw new RangeError("SEQUENCE is a whole number");
  if (Date.parse(event.endsAt) < Date.parse(event.startsAt)) throw new RangeError("A session ends before it starts");
  if (unreadMailbox.test(event.organiser.address)) throw new RangeError("Nobody reads the organiser's mailbox");
  const link = linkOf(event);
  const description = cleanText(event.description);
  const location = event.venue ? oneLine(event.venue) : link;
  return {
    id: uid(event),
    sequence: event.sequence,
    stamp,
    lastModified: event.changedAt,
    start: event.startsAt,
    end: event.endsAt,
    summary: oneLine(event.title),
    description: (link && !description.includes(link) ? `${description}\n\n${link}`.trim() : description) || null,
    location: location || null,
    organizer: mailbox(event.organiser),
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: event.cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

const unreadMailbox = /^(?:no|do[-_.]?not)[-_.]?reply@/i;

function uid(event: CalendarEvent): string {
  const id = `${event.sessionId}@${event.host}`;
  if (!/^[\w.-]+@[\w.:-]+$/.test(id)) throw new RangeError("A UID is made of a session id and a host name");
  return id;
}

function linkOf(event: CalendarEvent): string | null {
  if (!event.joinLink) return null;
  const url = URL.canParse(event.joinLink) ? new URL(event.joinLink) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") throw new RangeError("A join link is http or https");
  return url.href;
}

function mailbox({ name, address }: Mailbox): { name: string; email: string } {
  const email = addressKey(address) === null ? null : address;
  if (email === null) throw new RangeError("A calendar needs one plain mail address");
  return { name: parameterText(name) || email, email };
}

/**
 * The one place that mends what the generator leaves: adds CONFERENCE (RFC 7986, 5.11), which it does not know, folds
 * by octets and ends the last line. A line break inside a value is `\n` by now, so "END:VEVENT" at the start of a
 * line is never a reader's text.
 */
function contentLines(generated: string, events: readonly CalendarEvent[]): string {
  const waiting = [...events];
  const lines = generated.replaceAll("\r\n ", "").split("\r\n");
  const mended = lines.flatMap((line) => (line === "END:VEVENT" ? [...conference(waiting.shift()), line] : [line]));
  return mended.map((line) => `${fold(line)}\r\n`).join("");
}

function conference(event: CalendarEvent | undefined): string[] {
  const link = event ? linkOf(event) : null;
  if (!event || !link) return [];
  const label = event.joinLabel ? `;LABEL="${parameterText(event.joinLabel)}"` : "";
  return [`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO${label}:${link}`];
}

/** At most 75 octets a line without its break, never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Text without what no content line may hold: control characters, other line ends, halves of characters. */
function cleanText(text: string): string {
  return Buffer.from(text)
    .toString()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** Parameters cannot hold a quotation mark, and readers disagree on `^` and `\` in them (RFC 6868 is rarely read). */
function parameterText(text: string): string {
  return oneLine(text).replaceAll('"', "'").replace(/[\\^]/g, "/");
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&");
}
