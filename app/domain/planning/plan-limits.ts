/** Shortest and longest slot of a plan, in minutes. */
export const slotMinutes = { least: 5, most: 240 } as const;

/** What a person may need free between two sessions, in minutes. */
export const bufferMinutes = { least: 0, most: 240 } as const;

/** How many sessions may be at a time. */
export const mostAtOnce = { least: 1, most: 50 } as const;

/** How many breaks more than another one somebody may have. */
export const mostApart = { least: 0, most: 20 } as const;

/** Most slots of a round: three weeks of quarters of an hour, or three days of five minutes. */
export const MAX_SLOTS = 700;

/** Most sessions that a round is planned with. */
export const MAX_PAIRINGS = 200;

/** Most drafts of a round, those that are being looked for included. */
export const MAX_DRAFTS = 20;

/** Longest name of a draft, in characters. */
export const MAX_DRAFT_NAME = 80;

/** Longest calendar file that is read, in characters. */
export const MAX_CALENDAR = 600_000;
