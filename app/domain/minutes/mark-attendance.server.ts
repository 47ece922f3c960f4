import type { Actor } from "#app/domain/access/actor.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type AttendanceState, marksOf } from "#app/domain/minutes/attendance-states.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { refuseBeforeStart, refuseFinal } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Says of people of a session whether they were there. Somebody who is not of it is passed over.
 * @param input.marks by account; null takes a mark back
 * @param input.base what the form was filled in with
 * @throws NotFound, Forbidden, Refused before the session and once the record is closed, Conflict with the marks of now
 */
export async function markAttendance(
  store: Store,
  actor: Actor,
  input: { sessionId: string; marks: Readonly<Record<string, AttendanceState | null>>; base: string | null },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, input.sessionId, "attendance.mark");
    refuseFinal(record);
    refuseBeforeStart(session, now);
    const people = await attendingPeople(db, session);
    refuseStale(input.base, marksOf(people), session.id);
    for (const { accountId, lead } of people) {
      const state = input.marks[accountId];
      if (state === undefined || state === (lead?.state ?? null)) continue;
      const key = { session_id: session.id, account_id: accountId, said_as: "lead" as const };
      if (state === null) {
        await db
          .deleteFrom("attendance")
          .where("session_id", "=", session.id)
          .where("account_id", "=", accountId)
          .where("said_as", "=", "lead")
          .execute();
      } else {
        const said = { state, said_by: sure(actor.accountId), said_at: now.toISOString() };
        await db
          .insertInto("attendance")
          .values({ ...key, ...said })
          .onConflict((conflict) => conflict.columns(["session_id", "account_id", "said_as"]).doUpdateSet(said))
          .execute();
      }
      const subject = { id: session.id, group_id: session.groupId };
      await recordEvent(db, actor, "attendance.marked", subject, { account: accountId, state }, now);
    }
    return { id: session.id };
  });
}
