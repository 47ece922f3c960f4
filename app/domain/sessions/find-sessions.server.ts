import type { Actor } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { isNotOver } from "#app/domain/sessions/last-step.server.ts";
import { readSessionFacts, type SessionFacts, type SessionQuery } from "#app/domain/sessions/session-facts.server.ts";
import { findInvited, type PersonInSession } from "#app/domain/sessions/session-people.server.ts";
import type { Db } from "#db/store.ts";

/** A session in a list: with the people invited, and whether the actor is one of them or only organises the group. */
export interface ListedSession extends SessionFacts {
  people: PersonInSession[];
  invited: boolean;
}

/**
 * Sessions to come that the actor sees, or that are going on, earliest first, without cancelled ones.
 * @param groupId null: of all groups of the actor
 */
export async function findUpcomingSessions(
  db: Db,
  actor: Actor,
  groupId: string | null,
  now: Date,
  limit = 20,
): Promise<ListedSession[]> {
  let query = sessionsVisibleTo(db, actor)
    .where("session.status", "=", "scheduled")
    .where((eb) => isNotOver(eb, now))
    .limit(limit);
  if (groupId) query = query.where("session.group_id", "=", groupId);
  return listed(db, actor, query);
}

/** Sessions of a round that the actor sees, earliest first, cancelled ones too. */
export async function findSessionsOfRound(db: Db, actor: Actor, roundId: string): Promise<ListedSession[]> {
  return listed(db, actor, sessionsVisibleTo(db, actor).where("session.round_id", "=", roundId));
}

/** With whom the scheduled sessions of a round are: ids of beneficiaries, null for a plenary. */
export async function findDelegationsHeld(db: Db, roundId: string): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom("session")
    .select("beneficiary_id")
    .where("round_id", "=", roundId)
    .where("status", "=", "scheduled")
    .execute();
  return rows.map(({ beneficiary_id }) => beneficiary_id);
}

/** Sessions by their ids, of those that the actor sees, earliest first. */
export async function listSessions(db: Db, actor: Actor, ids: readonly string[]): Promise<ListedSession[]> {
  if (ids.length === 0) return [];
  return listed(db, actor, sessionsVisibleTo(db, actor).where("session.id", "in", ids));
}

async function listed(db: Db, actor: Actor, query: SessionQuery): Promise<ListedSession[]> {
  const sessions = await readSessionFacts(query);
  const invited = await findInvited(
    db,
    sessions.map(({ id }) => id),
  );
  return sessions.map((session) => {
    const people = invited.get(session.id) ?? [];
    return { ...session, people, invited: people.some(({ accountId }) => accountId === actor.accountId) };
  });
}
