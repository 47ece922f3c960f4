import { type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** What a mail with its calendar file says of a session to one person. */
export interface News extends Pick<SessionFacts, "startsAt" | "endsAt" | "language" | "joinLink" | "attribution"> {
  what: "scheduled" | "moved" | "changed" | "cancelled" | "left";
  /** Where it was moved from, as this person knows it. */
  previousStartsAt: Instant | null;
  method: "REQUEST" | "CANCEL";
  /** iCalendar SEQUENCE and DTSTAMP: which of two says more recent things (RFC 5546, 2.1.5). */
  sequence: number;
  stamp: Instant;
}

/** What a person was told for certain, and what was tried since and may have arrived. */
export interface Knowledge {
  told: News | null;
  tried: News | null;
}

/** A session as it is, and whether the person is among its people. */
export interface Standing {
  session: SessionFacts;
  isInvited: boolean;
}

/**
 * What a person has to be told so that they know what is true: the difference between that and what they know. Nobody
 * who never heard of a session is told that it is off, and after a cancellation nothing follows unless they are invited
 * anew.
 */
export function newsOf({ session, isInvited }: Standing, known: Knowledge, now: Date): News | Unsent {
  const entries = [known.told, known.tried].filter((one) => one !== null);
  if (isOver(session, entries, now)) return unsent("over");
  return isInvited && !session.cancelled
    ? invitation(session, known, entries)
    : cancellation(session, isInvited, known);
}

function invitation(session: SessionFacts, { told, tried }: Knowledge, entries: readonly News[]): News | Unsent {
  const wanted = { ...termsOf(session), method: "REQUEST" as const };
  if (tried && isSame(tried, wanted)) return tried;
  if (!tried && told && isSame(told, wanted)) return unsent("nothing-new");
  const elsewhere = entries.findLast((one) => one.method === "REQUEST" && isElsewhere(one, wanted));
  const what = (tried ?? told)?.method !== "REQUEST" ? "scheduled" : elsewhere ? "moved" : "changed";
  const rises = entries.some((one) => one.method === "CANCEL" || isElsewhere(one, wanted));
  const previousStartsAt = what === "moved" && elsewhere ? elsewhere.startsAt : null;
  return { ...wanted, what, previousStartsAt, ...dated(session, entries, rises) };
}

function cancellation(session: SessionFacts, isInvited: boolean, { told, tried }: Knowledge): News | Unsent {
  const entry = told?.method === "REQUEST" ? told : tried;
  // What was tried may have arrived, also where nothing was told for certain.
  if (!entry) return unsent("nothing-new");
  // Who is taken out learns no more of the session than they knew.
  const terms = isInvited ? termsOf(session) : termsOf(entry);
  const wanted = { ...terms, joinLink: null, method: "CANCEL" as const };
  if (tried && isSame(tried, wanted)) return tried;
  const entries = [told, tried].filter((one) => one !== null);
  const what = isInvited ? "cancelled" : "left";
  return { ...wanted, what, previousStartsAt: null, ...dated(session, entries, true) };
}

/** Nothing needs to be said of a session that is over, unless a calendar still holds it for later. */
function isOver({ endsAt }: SessionFacts, entries: readonly News[], now: Date): boolean {
  const at = now.toISOString();
  return endsAt <= at && !entries.some((one) => one.method === "REQUEST" && one.endsAt > at);
}

/**
 * SEQUENCE and DTSTAMP come from the session and are above what this person has seen: SEQUENCE rises with a new time,
 * with a cancellation and with an invitation after it (RFC 5546, 2.1.4 and 3.2.5).
 */
function dated(session: SessionFacts, seen: readonly News[], rises: boolean): Pick<News, "sequence" | "stamp"> {
  const sequences = seen.map(({ sequence }) => sequence + (rises ? 1 : 0));
  const stamps = seen.map(({ stamp }) => Date.parse(stamp) + SECOND);
  return {
    sequence: Math.max(session.sequence, ...sequences),
    stamp: new Date(Math.max(Date.parse(session.updatedAt), ...stamps)).toISOString(),
  };
}

/** DTSTAMP counts whole seconds. */
const SECOND = 1_000;

type Terms = Pick<News, "startsAt" | "endsAt" | "language" | "joinLink" | "attribution">;

function termsOf({ startsAt, endsAt, language, joinLink, attribution }: Terms): Terms {
  return { startsAt, endsAt, language, joinLink, attribution };
}

function isSame(one: Terms & Pick<News, "method">, other: Terms & Pick<News, "method">): boolean {
  const parts = ["method", "startsAt", "endsAt", "language", "joinLink", "attribution"] as const;
  return parts.every((part) => one[part] === other[part]);
}

function isElsewhere(one: Terms, other: Terms): boolean {
  return one.startsAt !== other.startsAt || one.endsAt !== other.endsAt;
}
