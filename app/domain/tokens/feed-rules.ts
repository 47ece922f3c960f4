/** Feeds one person may hold at a time. */
export const MAX_FEEDS = 20;

export const MAX_FEED_NAME = 80;

/** A calendar program is asked to read a feed again after so many minutes. */
export const FEED_REFRESH_MINUTES = 60;

/** How long sessions that are over stay in a feed, and those that were cancelled. */
export const FEED_DAYS_BACK = 90;
export const FEED_DAYS_CANCELLED = 30;
