/** Most characters of what is written about a session. */
export const minutesLimits = { body: 20_000, reason: 500, decision: 1000, action: 500, note: 500 };

/** Most characters of what is said of a guest. */
export const guestLimits = { capacity: 100, institution: 150 };

/** What becomes of an action point. */
export const actionStates = ["open", "done", "dropped"] as const;
export type ActionState = (typeof actionStates)[number];
