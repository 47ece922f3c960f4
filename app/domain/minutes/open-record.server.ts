import type { Actor } from "#app/domain/access/actor.ts";
import { type Ability, authorise, type Subject } from "#app/domain/access/policy.ts";
import { newRecord, type RecordState } from "#app/domain/minutes/minutes-state.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import type { Db } from "#db/store.ts";

/** The record of a session that the actor sees. */
export interface OpenRecord {
  session: SessionFacts;
  record: RecordState;
  /** For what is asked of the session. */
  subject: Subject;
}

/**
 * The record of a session.
 * @throws NotFound for everybody who does not see the session
 */
export async function openRecord(db: Db, actor: Actor, sessionId: string): Promise<OpenRecord> {
  const session = await findSessionFacts(db, actor, sessionId);
  const subject = { groupId: session.groupId, relations: await relationsToSession(db, actor, session) };
  return { session, record: await findRecordState(db, sessionId), subject };
}

/**
 * The record of a session for those who may do this with it.
 * @throws NotFound, Forbidden, Refused when the session was cancelled
 */
export async function openRecordFor(db: Db, actor: Actor, sessionId: string, ability: Ability): Promise<OpenRecord> {
  const opened = await openRecord(db, actor, sessionId);
  authorise(actor, ability, opened.subject);
  refuseCancelled(opened.session);
  return opened;
}

async function findRecordState(db: Db, sessionId: string): Promise<RecordState> {
  return (await findRecordStates(db, [sessionId])).get(sessionId) ?? newRecord;
}

/** How far the records of sessions are, by their ids; none of those that nobody has begun. */
export async function findRecordStates(db: Db, ids: readonly string[]): Promise<Map<string, RecordState>> {
  const rows = await db
    .selectFrom("minutes")
    .select(["session_id", "state", "circulated_at", "amendable_until", "final_at"])
    .where("session_id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ session_id, state, circulated_at, amendable_until, final_at }) => [
      session_id,
      { state, circulatedAt: circulated_at, amendableUntil: amendable_until, finalAt: final_at },
    ]),
  );
}
