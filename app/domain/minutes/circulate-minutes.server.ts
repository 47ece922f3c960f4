import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { attended } from "#app/domain/minutes/attendance-states.ts";
import { findAmendments } from "#app/domain/minutes/find-amendments.server.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { findDecisionAmendments } from "#app/domain/minutes/find-decision-amendments.server.ts";
import { findDecisions } from "#app/domain/minutes/find-decisions.server.ts";
import { minutesCirculated } from "#app/domain/minutes/minutes-mails.server.ts";
import { refuseBeforeStart, refuseNoDraft } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import { indexMinutesOf } from "#app/domain/proceedings/index-proceedings.server.ts";
import { itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

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
    if (!(await hasText(db, session.id))) throw new Refused({ key: "minutes.nothingWritten" });
    const amendableUntil = new Date(now.getTime() + days * DAY).toISOString();
    const at = now.toISOString();
    const circulated = { circulated_by: sure(actor.accountId), circulated_at: at, amendable_until: amendableUntil };
    await db
      .insertInto("minutes")
      .values({ session_id: session.id, state: "circulated", ...circulated })
      .execute();
    await indexMinutesOf(db, session.id);
    const people = (await attendingPeople(db, session)).filter(({ state }) => attended(state));
    let told = 0;
    for (const { accountId } of people) {
      const to = await findOpenAccount(db, accountId);
      if (!to) continue;
      told++;
      const about = { groupId: session.groupId, subjectId: session.id, mark: `${session.id}:${to.id}` };
      await queueMail(db, minutesCirculated, { kept: {}, to, ...about }, now);
    }
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
    refuseOpenWindow(record.amendableUntil, now);
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

function refuseOpenWindow(until: Instant | null, now: Date): void {
  if (until !== null && now.toISOString() <= until) throw new Refused({ key: "minutes.stillAmendable" });
}

async function hasText(db: Db, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom("minutes_text")
    .select("item_id")
    .where("session_id", "=", sessionId)
    .where("body", "<>", "")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
