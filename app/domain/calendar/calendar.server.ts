import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { addressKey, type Mailbox } from "#app/domain/address.ts";

/** A session as a calendar shows it. Instants are ISO 8601 in UTC. */
export interface CalendarEvent {
  sessionId: string;
  /** Host name of the installation; with the session's id it is the UID, for ever and in mail and feed alike. */
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

/**
 * The iTIP message for one attendee (RFC 5546): METHOD REQUEST or CANCEL, and the recipient as its only ATTENDEE, so
 * that nobody learns from an invitation who else is invited. Throws RangeError for an organiser who is the recipient
 * or whom nobody reads, a session that ends before it starts, and a join link that is not http(s).
 */
export function invitationCalendar(
  event: CalendarEvent,
  recipient: Mailbox,
  method: "REQUEST" | "CANCEL",
  now: Date = new Date(),
): string {
  const attendee = mailbox(recipient);
  if (addressKey(event.organiser.address) === addressKey(recipient.address)) {
    throw new RangeError("The organiser of an invitation cannot be its recipient");
  }
  const cancelled = method === "CANCEL";
  const shown: CalendarEvent = { ...event, cancelled, joinLink: cancelled ? null : event.joinLink };
  const calendar = ical({ prodId: PRODUCT_ID, method: ICalCalendarMethod[method] });
  calendar.createEvent(eventData(shown, now)).createAttendee({
    ...attendee,
    role: ICalAttendeeRole.REQ,
    // A cancellation asks for no answer.
    ...(cancelled ? {} : { status: ICalAttendeeStatus.NEEDSACTION, rsvp: true }),
  });
  return contentLines(calendar.toString(), [shown]);
}

/** A feed to subscribe to (METHOD:PUBLISH, no ATTENDEE). The caller passes only what the subscriber may see today. */
export function publishedCalendar(
  feed: { name: string; events: readonly CalendarEvent[]; refreshMinutes?: number },
  now: Date = new Date(),
): string {
  const shown = feed.events.map((event) => (event.cancelled ? { ...event, joinLink: null } : event));
  const calendar = ical({
    prodId: PRODUCT_ID,
    method: ICalCalendarMethod.PUBLISH,
    // The generator writes the name as it comes; everything in an event it escapes itself.
    name: escapeText(oneLine(feed.name)),
    ttl: (feed.refreshMinutes ?? 60) * 60,
  });
  for (const event of shown) calendar.createEvent(eventData(event, now));
  return contentLines(calendar.toString(), shown);
}

const PRODUCT_ID = "//Zbornik//Zbornik//EN";

function eventData(event: CalendarEvent, now: Date): ICalEventData {
  if (!Number.isInteger(event.sequence) || event.sequence < 0) throw new RangeError("SEQUENCE is a whole number");
  if (Date.parse(event.endsAt) < Date.parse(event.startsAt)) throw new RangeError("A session ends before it starts");
  if (unreadMailbox.test(event.organiser.address)) throw new RangeError("Nobody reads the organiser's mailbox");
  const link = linkOf(event);
  const description = cleanText(event.description);
  const location = event.venue ? oneLine(event.venue) : link;
  return {
    id: uid(event),
    sequence: event.sequence,
    stamp: now,
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

const unreadMailbox = /^(?:no|do-?not)[-_.]?reply@/i;

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
