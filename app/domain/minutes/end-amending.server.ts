import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { amendingEnded } from "#app/domain/minutes/minutes-mails.server.ts";
import { isAmendable } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { tellAttendees } from "#app/domain/minutes/tell-attendees.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Ends the time for amendments before its day, and tells those who attended. What was proposed still waits for a
 * decision.
 * @throws NotFound, Forbidden, Refused where nothing can be proposed anyway
 */
export async function endAmending(
  store: Store,
  actor: Actor,
  { sessionId }: { sessionId: string },
  now: Date = new Date(),
): Promise<{ id: string; told: number }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, sessionId, "minutes.finalise");
    if (!isAmendable(record, now)) throw new Refused({ key: "minutes.notAmendable" });
    const at = now.toISOString();
    await db.updateTable("minutes").set({ amendable_until: at }).where("session_id", "=", session.id).execute();
    const about = { session, mark: `${session.id}:ended`, except: actor.accountId };
    const people = await tellAttendees(db, amendingEnded, about, now);
    const subject = { id: session.id, group_id: session.groupId };
    const details = { announced: sure(record.amendableUntil), people };
    await recordEvent(db, actor, "minutes-state.amending-ended", subject, details, now);
    return { id: session.id, told: people };
  });
}
