import type { Actor } from "#app/domain/access/actor.ts";
import { Forbidden } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { AttendanceState } from "#app/domain/minutes/attendance-states.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { refuseBeforeStart, refuseFinal } from "#app/domain/minutes/minutes-state.ts";
import { openRecord } from "#app/domain/minutes/open-record.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Says of oneself whether one was in a session; those who lead it may say otherwise.
 * @throws NotFound, Forbidden, Refused before the session and once the record is closed
 */
export async function reportAttendance(
  store: Store,
  actor: Actor,
  { sessionId, state }: { sessionId: string; state: AttendanceState },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecord(db, actor, sessionId);
    const people = await attendingPeople(db, session);
    if (!people.some(({ accountId }) => accountId === actor.accountId)) throw new Forbidden("attendance.report");
    refuseCancelled(session);
    refuseFinal(record);
    refuseBeforeStart(session, now);
    const accountId = sure(actor.accountId);
    const said = { state, said_by: accountId, said_at: now.toISOString() };
    await db
      .insertInto("attendance")
      .values({ session_id: session.id, account_id: accountId, said_as: "self", ...said })
      .onConflict((conflict) => conflict.columns(["session_id", "account_id", "said_as"]).doUpdateSet(said))
      .execute();
    const subject = { id: session.id, group_id: session.groupId };
    await recordEvent(db, actor, "attendance.reported", subject, { state }, now);
    return { id: session.id };
  });
}
