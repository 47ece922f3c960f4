/**
 * What can be done with a session: begin it, go on to the next item or to any, pause, go on after a pause, end it, take
 * the last of these back.
 */
export const moves = ["start", "next", "item", "pause", "resume", "end", "undo"] as const;
export type Move = (typeof moves)[number];
