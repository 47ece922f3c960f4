import { courseOf, type LiveCourse, type LiveStep } from "#app/domain/live/live-course.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** What is asked of a session whose course is added up. */
export type Going = Pick<SessionFacts, "id" | "endsAt">;

/**
 * How a session goes, for whoever sees it: internal items stand beside the clock, so that the course tells nobody that
 * there are any.
 */
export async function findCourse(db: Db, session: Going, now: Date): Promise<LiveCourse> {
  const { steps, version } = await findSteps(db, session.id);
  return courseOf(steps, await sharedItems(db, session.id), { endsAt: session.endsAt, version, now });
}

/** The log of a session without what was taken back, and how often it was changed. */
export async function findSteps(
  db: Db,
  sessionId: string,
): Promise<{ steps: (LiveStep & { number: number })[]; version: number }> {
  const rows = await db
    .selectFrom("live_step")
    .select(["number", "kind", "item_id", "at", "undone_at"])
    .where("session_id", "=", sessionId)
    .orderBy("number")
    .execute();
  const kept = rows.filter(({ undone_at }) => undone_at === null);
  return {
    steps: kept.map(({ number, kind, item_id, at }) => ({ number, kind, itemId: item_id, at })),
    version: 2 * rows.length - kept.length,
  };
}

/** Ids of the items that take time, in the order of the agenda. */
export async function sharedItems(db: Db, sessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("agenda_item")
    .select("id")
    .where("session_id", "=", sessionId)
    .where("visibility", "=", "shared")
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
