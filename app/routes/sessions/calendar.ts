import { findCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { sessionCalendar } from "#app/views/sessions/session-calendar.server.ts";

/** The calendar file of a session, for those who see its page. */
export const loader = page(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const session = await findSessionFacts(visit.db, visit.actor, sessionId);
  const site = { ...visit.context.config, calendarHost: await findCalendarHost(visit.db) };
  const content = sessionCalendar(session, site, visit);
  return new Response(content, {
    headers: {
      "Content-Type": "text/calendar; method=PUBLISH; charset=utf-8",
      "Content-Disposition": `attachment; filename="session-${sessionId}.ics"`,
    },
  });
});
