import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { factsFor, tellPeople } from "#app/domain/sessions/tell-people.server.ts";
import { findVisibleSession, isOver, refuseCancelled } from "#app/domain/sessions/visible-session.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Cancels a session that is not over and tells everybody invited. Agenda, people and what was captured stay.
 * @throws NotFound, Forbidden, Refused
 */
export async function cancelSession(
  store: Store,
  actor: Actor,
  input: { sessionId: string; reason: string },
  now: Date = new Date(),
): Promise<{ id: string; told: number }> {
  return writeTransaction(store, async (db) => {
    const session = await findVisibleSession(db, actor, input.sessionId);
    authorise(actor, "session.cancel", { groupId: session.group_id });
    refuseCancelled(session);
    if (isOver(session, now)) throw new Refused({ key: "sessions.isOver" });
    refusePersonalData({ reason: input.reason }, now);
    const sequence = session.sequence + 1;
    await db
      .updateTable("session")
      .set({
        status: "cancelled",
        cancellation_reason: input.reason,
        sequence,
        revision: session.revision + 1,
        updated_at: now.toISOString(),
      })
      .where("id", "=", session.id)
      .execute();
    const accountIds = [...(await findParts(db, session.id)).keys()];
    const facts = factsFor({ ...session, sequence, join_link: null });
    await tellPeople(
      db,
      {
        template: "session-cancelled",
        parameters: { ...facts, reason: input.reason },
        groupId: session.group_id,
        accountIds,
        actorId: actor.accountId,
        mark: sequence,
      },
      now,
    );
    await recordEvent(db, actor, "session.cancelled", session, { sequence, people: accountIds.length }, now);
    return { id: session.id, told: accountIds.length };
  });
}
