import type { CalendarEvent } from "#app/domain/calendar/calendar.server.ts";
import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { formatsOf, momentIn } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What of the installation a calendar names. */
export interface CalendarSite {
  publicUrl: string;
  mailFrom: string;
  /** Where answers of calendars go, if that is another mailbox. */
  mailReplyTo?: string | null;
  /** The host that UIDs end in; null before the first start. */
  calendarHost: string | null;
}

/** A session as an entry of a calendar that everybody who sees the session may have: it names nobody invited. */
export function sessionEvent(session: SessionFacts, site: CalendarSite, viewer: Viewer): CalendarEvent {
  const { locale, text } = viewer;
  const group = label(session.group, locale);
  const { when, zone } = momentIn(formatsOf(session, viewer), session);
  const description = [
    [group, label(session.round.titles, locale), `${when}, ${zone}`].join("\n"),
    session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "",
    `${site.publicUrl}${paths.session(session.id)}`,
  ];
  return {
    ...whenAndWhich(session, site),
    title: sessionTitle(session, viewer),
    description: description.filter(Boolean).join("\n\n"),
    organiser: { name: group, address: site.mailReplyTo ?? site.mailFrom },
    venue: session.round.venue,
    joinLink: session.joinLink,
    joinLabel: text("sessions.join"),
  };
}

/** The same for calendars that others may look into: when it is, and nothing of what or with whom. */
export function concealedEvent(session: SessionFacts, site: CalendarSite, { text }: Viewer): CalendarEvent {
  const organiser = { name: "", address: site.mailReplyTo ?? site.mailFrom };
  return { ...whenAndWhich(session, site), title: text("calendars.concealed"), description: "", organiser };
}

function whenAndWhich(session: SessionFacts, site: CalendarSite) {
  const { id: sessionId, sequence, startsAt, endsAt, updatedAt: changedAt, cancelled } = session;
  const host = site.calendarHost ?? new URL(site.publicUrl).hostname;
  return { sessionId, host, sequence, startsAt, endsAt, changedAt, cancelled };
}
