import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findGuests } from "#app/domain/minutes/find-attendance.server.ts";
import { refuseFinal } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** So many guests of a session can still be read. */
const MOST_GUESTS = 60;

/**
 * Notes a guest of a session by what they do and where, never by name.
 * @throws NotFound, Forbidden, Refused
 */
export async function addGuest(
  store: Store,
  actor: Actor,
  { sessionId, capacity, institution }: { sessionId: string; capacity: string; institution: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, sessionId, "attendance.mark");
    refuseFinal(record);
    refusePersonalData({ capacity, institution }, now);
    if ((await findGuests(db, sessionId)).length >= MOST_GUESTS) {
      throw new Refused({ key: "attendance.tooManyGuests", params: { max: MOST_GUESTS } });
    }
    const id = newId();
    const added = { added_by: sure(actor.accountId), added_at: now.toISOString() };
    await db
      .insertInto("session_guest")
      .values({ id, session_id: sessionId, capacity, institution, ...added })
      .execute();
    await recordEvent(db, actor, "guest.added", { id: session.id, group_id: session.groupId }, { guest: id }, now);
    return { id };
  });
}

/**
 * Takes a guest off the list of a session.
 * @throws NotFound, Forbidden, Refused
 */
export async function removeGuest(
  store: Store,
  actor: Actor,
  { sessionId, guestId }: { sessionId: string; guestId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, sessionId, "attendance.mark");
    if (!(await findGuests(db, sessionId)).some(({ id }) => id === guestId)) throw new NotFound("guest");
    refuseFinal(record);
    await db.updateTable("session_guest").set({ removed_at: now.toISOString() }).where("id", "=", guestId).execute();
    const subject = { id: session.id, group_id: session.groupId };
    await recordEvent(db, actor, "guest.removed", subject, { guest: guestId }, now);
    return { id: guestId };
  });
}
