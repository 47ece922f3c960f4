import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { notifyPeople } from "#app/domain/sessions/notify-people.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver, refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { updateSession } from "#app/domain/sessions/write-session.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface CancelSession {
  sessionId: string;
  reason: string;
}

/**
 * Cancels a session that is not over and notifies everybody invited. Agenda, people and what was captured stay.
 * @throws NotFound, Forbidden, Refused
 */
export async function cancelSession(
  store: Store,
  actor: Actor,
  input: CancelSession,
  now: Date = new Date(),
): Promise<{ id: string; notified: number }> {
  return writeTransaction(store, (db) => cancelIn(db, actor, input, now));
}

/** The same within a transaction that does more. */
export async function cancelIn(
  db: Db,
  actor: Actor,
  { sessionId, reason }: CancelSession,
  now: Date,
): Promise<{ id: string; notified: number }> {
  const before = await findSessionFacts(db, actor, sessionId);
  const { id, groupId } = before;
  authorise(actor, "session.cancel", { groupId });
  refuseCancelled(before);
  if (isOver(before, now)) throw new Refused({ key: "sessions.isOver" });
  refusePersonalData({ reason }, now);

  const sequence = before.sequence + 1;
  const state = { cancelled: true, cancellationReason: reason, sequence, revision: before.revision + 1 };
  const session = { ...before, ...state, updatedAt: now.toISOString() };
  await updateSession(db, before, session);
  const accountIds = [...(await findParts(db, id)).keys()];
  await notifyPeople(db, session, { accountIds, atOnce: true }, now);
  const details = { sequence, people: accountIds.length };
  await recordEvent(db, actor, "session.cancelled", { id, group_id: groupId }, details, now);
  return { id, notified: accountIds.length };
}
