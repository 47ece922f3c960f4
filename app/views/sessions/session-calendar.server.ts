import { publishedCalendar } from "#app/domain/calendar/calendar.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { type CalendarSite, sessionEvent } from "#app/views/sessions/session-event.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The calendar file of one session, as text/calendar with METHOD:PUBLISH. It names nobody who is invited. */
export function sessionCalendar(session: SessionFacts, site: CalendarSite, viewer: Viewer): string {
  return publishedCalendar({ events: [sessionEvent(session, site, viewer)] }, viewer.now);
}
