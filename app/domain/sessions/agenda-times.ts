import type { Instant } from "#db/schema/columns.ts";

/** What decides when an item begins. */
export interface Timed {
  minutes: number;
  visibility: "shared" | "internal";
}

/** When the items of an agenda begin, and how long it is. */
export interface AgendaTimes {
  /** In the order of the items; null for internal ones. */
  starts: (Instant | null)[];
  /** Sum of the shared items, in minutes. */
  total: number;
  /** How many minutes longer than the session, or 0. */
  excess: number;
}

/**
 * Counts the times of an agenda. Internal items stand beside the clock: if they took time in it, a delegation that does
 * not see them could tell from the gap that they are there.
 */
export function agendaTimes(items: readonly Timed[], startsAt: Instant, endsAt: Instant): AgendaTimes {
  const start = Date.parse(startsAt);
  let total = 0;
  const starts = items.map(({ minutes, visibility }) => {
    if (visibility === "internal") return null;
    const at = new Date(start + total * 60_000).toISOString();
    total += minutes;
    return at;
  });
  const length = Math.round((Date.parse(endsAt) - start) / 60_000);
  return { starts, total, excess: Math.max(0, total - length) };
}
