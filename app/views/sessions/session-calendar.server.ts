import { publishedCalendar } from "#app/domain/calendar/calendar.server.ts";
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

/** The calendar file of one session, as text/calendar with METHOD:PUBLISH. It names nobody who is invited. */
export function sessionCalendar(session: SessionFacts, site: CalendarSite, viewer: Viewer): string {
  const { startsAt, endsAt } = session;
  const { locale, text } = viewer;
  const formats = formatsOf(session, viewer);
  const title = sessionTitle(session, viewer);
  const group = label(session.group, locale);
  const { when, zone } = momentIn(formats, session);
  const description = [
    [group, label(session.round.titles, locale), `${when}, ${zone}`].join("\n"),
    session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "",
    `${site.publicUrl}${paths.session(session.id)}`,
  ];
  return publishedCalendar(
    {
      events: [
        {
          sessionId: session.id,
          host: site.calendarHost ?? new URL(site.publicUrl).hostname,
          sequence: session.sequence,
          title,
          description: description.filter(Boolean).join("\n\n"),
          startsAt,
          endsAt,
          changedAt: session.updatedAt,
          organiser: { name: group, address: site.mailReplyTo ?? site.mailFrom },
          venue: session.round.venue,
          joinLink: session.joinLink,
          joinLabel: text("sessions.join"),
          cancelled: session.cancelled,
        },
      ],
    },
    viewer.now,
  );
}
