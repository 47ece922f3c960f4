import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Relation } from "#app/domain/access/policy.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Db } from "#db/store.ts";

interface Session {
  id: string;
  groupId: string;
}

/**
 * How the actor stands to a session: whoever is invited answers; a consultant of the group who leads it may see and
 * edit its whole agenda.
 */
export async function relationsToSession(db: Db, actor: Actor, session: Session): Promise<Relation[]> {
  return (await relationsToSessions(db, actor, [session])).get(session.id) ?? [];
}

/** The same of several sessions, by their ids; none of those to which the actor stands in no relation. */
export async function relationsToSessions(
  db: Db,
  actor: Actor,
  sessions: readonly Session[],
): Promise<Map<string, Relation[]>> {
  const roles = new Map(sessions.map(({ id, groupId }) => [id, membershipIn(actor, groupId)?.role]));
  const ids = [...roles].flatMap(([id, role]) => (role ? id : []));
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("session_person")
    .select(["session_id", "part"])
    .where("session_id", "in", ids)
    .where("account_id", "=", actor.accountId)
    .where((eb) => isInAudience(eb))
    .execute();
  return new Map(
    rows.map(({ session_id, part }) => [
      session_id,
      roles.get(session_id) === "consultant" && part === "consultant" ? ["invited", "session-consultant"] : ["invited"],
    ]),
  );
}
