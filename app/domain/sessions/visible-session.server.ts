import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Relation } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import type { Db } from "#db/store.ts";

/**
 * The row of a session that the actor sees, for deeds.
 * @throws NotFound
 */
export async function findVisibleSession(db: Db, actor: Actor, sessionId: string) {
  const session = await sessionsVisibleTo(db, actor)
    .selectAll("session")
    .where("session.id", "=", sessionId)
    .executeTakeFirst();
  if (!session) throw new NotFound("session");
  return session;
}

/** How the actor stands to a session: a consultant of the group who leads it may see and edit its whole agenda. */
export async function relationsToSession(
  db: Db,
  actor: Actor,
  session: { id: string; group_id: string },
): Promise<Relation[]> {
  if (membershipIn(actor, session.group_id)?.role !== "consultant") return [];
  const row = await db
    .selectFrom("session_person")
    .select("account_id")
    .where("session_id", "=", session.id)
    .where("account_id", "=", actor.accountId)
    .where("part", "=", "consultant")
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row ? ["session-consultant"] : [];
}

/** @throws Refused when the session was cancelled */
export function refuseCancelled(session: { status: string }): void {
  if (session.status === "cancelled") throw new Refused({ key: "sessions.isCancelled" });
}

/** Whether a session is over. */
export function isOver(session: { ends_at: string }, now: Date): boolean {
  return session.ends_at <= now.toISOString();
}
