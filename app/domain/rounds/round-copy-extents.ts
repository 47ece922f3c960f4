/** How much of a round a copy takes along; each takes what those behind it take, and days with their hours always. */
export const roundCopyExtents = ["timetable", "pairings", "days"] as const;
export type RoundCopyExtent = (typeof roundCopyExtents)[number];
