import { LONGEST_OVERTIME } from "#app/domain/sessions/session-state.ts";
import type { Instant } from "#db/schema/columns.ts";

/** From then on this item is spoken about, there is a pause, or the session is over. */
export interface LiveStep {
  kind: "item" | "pause" | "end";
  itemId: string | null;
  at: Instant;
}

/** How a session goes, up to its last step. */
export interface LiveCourse {
  phase: "ready" | "running" | "paused" | "ended";
  /** What is spoken about; in a pause, and at the end, what was before. */
  itemId: string | null;
  /** When the item or the pause began, or the session ended; null before it starts. */
  since: Instant | null;
  startedAt: Instant | null;
  /** Milliseconds that each item has had before `since`. */
  used: Readonly<Record<string, number>>;
  /** Rises with each step and with each that is taken back: who has seen another number has seen another course. */
  version: number;
}

/**
 * Adds up a log. Time on an item counts also when one comes back to it; pauses count for none. A session that was
 * forgotten ends when it was planned to, or with its last step.
 * @param steps in their order, without those taken back
 * @param itemIds items that can be spoken about: a step to another one is a pause
 */
export function courseOf(
  steps: readonly LiveStep[],
  itemIds: readonly string[],
  { endsAt, version, now }: { endsAt: Instant; version: number; now: Date },
): LiveCourse {
  const used: Record<string, number> = {};
  const course: LiveCourse = { phase: "ready", itemId: null, since: null, startedAt: null, used, version };
  for (const { kind, itemId, at } of steps) {
    count(course, used, Date.parse(at));
    const isItem = kind === "item" && itemId !== null && itemIds.includes(itemId);
    if (isItem) course.itemId = itemId;
    course.phase = isItem ? "running" : kind === "end" ? "ended" : "paused";
    course.since = at;
    course.startedAt ??= at;
  }
  const isForgotten = now.getTime() > Date.parse(endsAt) + LONGEST_OVERTIME;
  if (!isForgotten || course.since === null || course.phase === "ended") return course;
  const end = course.since > endsAt ? course.since : endsAt;
  count(course, used, Date.parse(end));
  return { ...course, phase: "ended", since: end };
}

/** Milliseconds that an item has had by now. */
export function usedBy({ phase, itemId, since, used }: LiveCourse, id: string, now: number): number {
  const running = phase === "running" && itemId === id && since !== null ? Math.max(0, now - Date.parse(since)) : 0;
  return (used[id] ?? 0) + running;
}

/** Milliseconds since the session started, with its pauses; null before that. */
export function elapsed({ phase, startedAt, since }: LiveCourse, now: number): number | null {
  if (startedAt === null || since === null) return null;
  return Math.max(0, (phase === "ended" ? Date.parse(since) : now) - Date.parse(startedAt));
}

/** The item after the one that is spoken about; the first before the session starts; null after the last. */
export function itemAfter<T extends { id: string }>(items: readonly T[], { itemId }: LiveCourse): T | null {
  return items[items.findIndex(({ id }) => id === itemId) + 1] ?? null;
}

function count({ phase, itemId, since }: LiveCourse, used: Record<string, number>, until: number): void {
  if (phase !== "running" || itemId === null || since === null) return;
  used[itemId] = (used[itemId] ?? 0) + Math.max(0, until - Date.parse(since));
}
