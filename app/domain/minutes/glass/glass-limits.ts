/** Longest reason, in characters, and how many words it has at least. */
export const glassReason = { max: 500, words: 4 } as const;

/** For how long a session can be read that was opened, in minutes. */
export const GLASS_MINUTES = 60;
