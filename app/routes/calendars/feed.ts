import { findCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { findFeedSessions } from "#app/domain/sessions/find-feed-sessions.server.ts";
import { onlyReadFeed, openFeed } from "#app/http/open-feed.server.ts";
import { feedCalendar } from "#app/views/sessions/feed-calendar.server.ts";

/** The sessions of a feed for calendar programs, as far as its owner sees them now. */
export const loader = openFeed(async (feed, { db, now, config }) => {
  const sessions = await findFeedSessions(db, feed.actor, feed.scope, now);
  const site = { ...config, calendarHost: await findCalendarHost(db) };
  return feedCalendar(feed, sessions, site, now);
});

export const action = onlyReadFeed;
