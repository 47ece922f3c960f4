import { publishedCalendar } from "#app/domain/calendar/calendar.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isCity } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import type { OpenFeed } from "#app/domain/tokens/check-feed.server.ts";
import { FEED_REFRESH_MINUTES } from "#app/domain/tokens/feed-rules.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { type CalendarSite, concealedEvent, sessionEvent } from "#app/views/sessions/session-event.server.ts";

/**
 * The feed as text/calendar with METHOD:PUBLISH. It is the same text until something in it changes, so that it can be
 * compared: its stamp is that of the last change.
 */
export function feedCalendar(feed: OpenFeed, sessions: readonly SessionFacts[], site: CalendarSite, now: Date): string {
  const { name, locale, zone, city, discloses } = feed;
  const formats = createFormats(locale, zone, isCity(city) ? city : undefined);
  const viewer = { locale, zone, formats, text: textFor(locale), now };
  const events = sessions.map((session) => {
    const isOpen = discloses || session.beneficiary === null;
    return isOpen ? sessionEvent(session, site, viewer) : concealedEvent(session, site, viewer);
  });
  const changes = [feed.createdAt, ...sessions.map(({ updatedAt }) => updatedAt)].sort();
  const stamp = new Date(changes.at(-1) ?? feed.createdAt);
  return publishedCalendar({ feed: { name, refreshMinutes: FEED_REFRESH_MINUTES }, events }, stamp);
}
