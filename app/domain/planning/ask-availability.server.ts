import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { availabilityAsked } from "#app/domain/planning/availability-mails.server.ts";
import { findAvailabilityOverview, type PlannedWithAnswer } from "#app/domain/planning/find-availability.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** Nobody is asked again before so many hours have passed. */
const ASKED_AGAIN_AFTER = 24;

/**
 * Asks everybody of the plan of a round who has not said when they cannot, by mail. Who was asked within a day is not
 * asked again.
 * @throws NotFound, Forbidden
 * @returns how many are asked
 */
export async function askAvailability(
  store: Store,
  actor: Actor,
  { roundId }: { roundId: string },
  now: Date = new Date(),
): Promise<{ asked: number }> {
  return writeTransaction(store, async (db) => {
    const { round, people } = await findAvailabilityOverview(db, actor, roundId);
    const ids = people.filter((person) => isToBeAsked(person, now)).map(({ accountId }) => accountId);
    if (ids.length === 0) return { asked: 0 };
    const accounts = await db
      .selectFrom("account")
      .select(["id", "address"])
      .where("id", "in", ids)
      .where("status", "=", "active")
      .orderBy("address")
      .execute();
    const at = now.toISOString();
    const asked = { asked_at: at, asked_by: sure(actor.accountId) };
    for (const to of accounts) {
      const mark = `${round.id}:${to.id}:${at}`;
      await queueMail(db, availabilityAsked, { kept: {}, to, groupId: round.groupId, subjectId: round.id, mark }, now);
      await db
        .insertInto("availability_answer")
        .values({ round_id: round.id, account_id: to.id, ...asked })
        .onConflict((conflict) => conflict.columns(["round_id", "account_id"]).doUpdateSet(asked))
        .execute();
    }
    const subject = { id: round.id, group_id: round.groupId };
    await recordEvent(db, actor, "availability.asked", subject, { people: accounts.length }, now);
    return { asked: accounts.length };
  });
}

/** Whether somebody has not answered and was not asked within a day. */
export function isToBeAsked({ answer }: PlannedWithAnswer, now: Date): boolean {
  if (answer?.answeredAt) return false;
  const before = new Date(now.getTime() - ASKED_AGAIN_AFTER * 3_600_000).toISOString();
  return !answer?.askedAt || answer.askedAt <= before;
}
