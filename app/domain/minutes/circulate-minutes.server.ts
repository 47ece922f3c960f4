import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findAmendments } from "#app/domain/minutes/find-amendments.server.ts";
import { findDecisionAmendments } from "#app/domain/minutes/find-decision-amendments.server.ts";
import { findDecisions } from "#app/domain/minutes/find-decisions.server.ts";
import { minutesCirculated } from "#app/domain/minutes/minutes-mails.server.ts";
import { isAmendable, refuseBeforeStart, refuseNoDraft } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { hasReadableText } from "#app/domain/minutes/store-revision.server.ts";
import { tellAttendees } from "#app/domain/minutes/tell-attendees.server.ts";
import { indexMinutesOf } from "#app/domain/proceedings/index-proceedings.server.ts";
import { itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

const DAY = 86_400_000;

/**
 * Shows the minutes to the audience of the session and tells those who attended, who may propose amendments for so many
 * days.
 * @throws NotFound, Forbidden, Refused
 */
export async function circulateMinutes(
  store: Store,
  actor: Actor,
  { sessionId, days }: { sessionId: string; days: number },
  now: Date = new Date(),
): Promise<{ id: string; told: number }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, sessionId, "minutes.circulate");
    refuseNoDraft(record);
    refuseBeforeStart(session, now);
    if (!(await hasReadableText(db, session.id))) throw new Refused({ key: "minutes.nothingWritten" });
    const amendableUntil = new Date(now.getTime() + days * DAY).toISOString();
    const at = now.toISOString();
    const circulated = { circulated_by: sure(actor.accountId), circulated_at: at, amendable_until: amendableUntil };
    await db
      .insertInto("minutes")
      .values({ session_id: session.id, state: "circulated", ...circulated })
      .execute();
    await indexMinutesOf(db, session.id);
    const told = await tellAttendees(db, minutesCirculated, { session, mark: session.id }, now);
    const subject = { id: session.id, group_id: session.groupId };
    await recordEvent(db, actor, "minutes-state.circulated", subject, { amendableUntil, people: told }, now);
    return { id: session.id, told };
  });
}

/**
 * Closes the record of a session: its minutes and its attendance are what they are.
 * @throws NotFound, Forbidden, Refused while amendments may be proposed, or wait to be decided
 */
export async function finaliseMinutes(
  store: Store,
  actor: Actor,
  { sessionId }: { sessionId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, sessionId, "minutes.finalise");
    const items = await itemsInOrder(db, session.id);
    const amendments = await findAmendments(db, actor, { sessionId, items, all: true });
    if (record.state !== "circulated") throw new Refused({ key: "minutes.notCirculated" });
    if (isAmendable(record, now)) throw new Refused({ key: "minutes.stillAmendable" });
    const decisions = await findDecisions(db, session.id, items);
    const ofDecisions = await findDecisionAmendments(db, actor, { sessionId, decisions, all: true });
    if ([...amendments, ...ofDecisions].some(({ decision }) => decision === null))
      throw new Refused({ key: "minutes.undecided" });
    await db
      .updateTable("minutes")
      .set({ state: "final", final_by: sure(actor.accountId), final_at: now.toISOString() })
      .where("session_id", "=", session.id)
      .execute();
    await indexMinutesOf(db, session.id);
    const subject = { id: session.id, group_id: session.groupId };
    await recordEvent(db, actor, "minutes-state.finalised", subject, {}, now);
    return { id: session.id };
  });
}
