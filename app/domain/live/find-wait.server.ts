import type { ExpressionBuilder } from "kysely";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { findCourse } from "#app/domain/live/find-course.server.ts";
import type { LiveCourse } from "#app/domain/live/live-course.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/**
 * What those who wait for their session are told of the one before it with the same consultants: that it runs, and no
 * word of what it is, or with whom.
 */
export interface Wait {
  /** It speaks about the last item of its agenda. */
  isLast: boolean;
  /** Since when it is over its time; null while it is in time. */
  overSince: Instant | null;
}

/** How long before its beginning a session is waited for, in milliseconds. */
const AHEAD = 12 * 3_600_000;

/**
 * The wait for a session that the viewer sees; null once it has started, and while nothing runs before it.
 */
export async function findWait(
  db: Db,
  session: Pick<SessionFacts, "id" | "startsAt" | "endsAt" | "groupId" | "cancelled">,
  now: Date,
): Promise<Wait | null> {
  const until = new Date(now.getTime() + AHEAD).toISOString();
  if (session.cancelled || session.startsAt > until || session.endsAt < now.toISOString()) return null;
  const before = await sessionBefore(db, session);
  if (!before || (await findCourse(db, session, now)).phase !== "ready") return null;
  const course = await findCourse(db, { id: before.id, endsAt: before.ends_at }, now);
  if (course.phase !== "running" && course.phase !== "paused") return null;
  return {
    isLast: await isAtLast(db, before.id, course),
    overSince: before.ends_at < now.toISOString() ? before.ends_at : null,
  };
}

/** The last session before one that shares a consultant with it; who is none any more in the group, leads neither. */
async function sessionBefore(db: Db, session: Pick<SessionFacts, "id" | "startsAt" | "groupId">) {
  const own = await db
    .selectFrom("session_person")
    .select("account_id")
    .where("session_id", "=", session.id)
    .where("part", "=", "consultant")
    .where((eb) => isInAudience(eb))
    .execute();
  if (own.length === 0) return undefined;
  const consultants = own.map(({ account_id }) => account_id);
  return db
    .selectFrom("session")
    .innerJoin("session_person", "session_person.session_id", "session.id")
    .select(["session.id", "session.ends_at"])
    .where("session.group_id", "=", session.groupId)
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", "<", session.startsAt)
    .where("session.starts_at", ">", new Date(Date.parse(session.startsAt) - AHEAD).toISOString())
    .where("session_person.part", "=", "consultant")
    .where("session_person.account_id", "in", consultants)
    .where((eb) => isInAudience(eb as unknown as ExpressionBuilder<Schema, "session_person">))
    .orderBy("session.starts_at", "desc")
    .orderBy("session.id")
    .limit(1)
    .executeTakeFirst();
}

async function isAtLast(db: Db, sessionId: string, { itemId }: LiveCourse): Promise<boolean> {
  const last = await db
    .selectFrom("agenda_item")
    .select("id")
    .where("session_id", "=", sessionId)
    .where("visibility", "=", "shared")
    .where("removed_at", "is", null)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return last !== undefined && last.id === itemId;
}
