import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { Stretch } from "#app/domain/planning/availability.server.ts";
import { ALWAYS, partKey, slotKey } from "#app/domain/planning/availability-input.ts";
import { findPlanSettings } from "#app/domain/planning/plan-settings.server.ts";
import { type Slot, slotsOf } from "#app/domain/planning/slots.server.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface AnswerAvailability {
  roundId: string;
  /** Whose answer it is, when an organiser gives it; the actor's own without this. */
  accountId?: string;
  /** Keys of the slots in which they cannot. */
  busy: readonly string[];
  /** A button that stands for many ticks: see `availabilityForm`. */
  mark: string | null;
}

/**
 * Says when somebody cannot be in a session of a round; nothing ticked is an answer too. It takes the place of what was
 * said before. Who said it is kept.
 * @throws NotFound, Forbidden for an answer of somebody else unless the actor plans the round
 */
export async function answerAvailability(
  store: Store,
  actor: Actor,
  input: AnswerAvailability,
  now: Date = new Date(),
): Promise<{ accountId: string; times: number }> {
  return writeTransaction(store, async (db) => {
    const round = await findRoundFacts(db, actor, input.roundId);
    const own = sure(actor.accountId);
    const accountId = input.accountId ?? own;
    if (input.accountId !== undefined) {
      authorise(actor, "round.plan", { groupId: round.groupId });
      const people = await findGroupPeople(db, round.groupId);
      if (people.every((one) => one.accountId !== accountId)) throw new NotFound("member");
    }
    const { slots } = slotsOf(await findPlanSettings(db, round), round.zone);
    const stretches = joined(slots.filter((slot) => isMarked(slot, input)));
    await writeBusy(db, round, accountId, stretches);
    const answered = { answered_at: now.toISOString(), answered_by: own };
    await db
      .insertInto("availability_answer")
      .values({ round_id: round.id, account_id: accountId, ...answered })
      .onConflict((conflict) => conflict.columns(["round_id", "account_id"]).doUpdateSet(answered))
      .execute();
    const details = { account: accountId, times: stretches.length };
    await recordEvent(db, actor, "availability.answered", { id: round.id, group_id: round.groupId }, details, now);
    return { accountId, times: stretches.length };
  });
}

function isMarked(slot: Slot, { busy, mark }: AnswerAvailability): boolean {
  if (mark === ALWAYS) return false;
  if (mark === `busy:${partKey(slot)}`) return true;
  if (mark === `free:${partKey(slot)}`) return false;
  return busy.includes(slotKey(slot));
}

/** Slots that follow one another make one stretch. */
function joined(slots: readonly Slot[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { startsAt, endsAt } of slots) {
    const last = stretches.at(-1);
    if (last?.endsAt === startsAt) last.endsAt = endsAt;
    else stretches.push({ startsAt, endsAt });
  }
  return stretches;
}

async function writeBusy(db: Db, round: RoundFacts, accountId: string, stretches: readonly Stretch[]): Promise<void> {
  await db.deleteFrom("availability").where("round_id", "=", round.id).where("account_id", "=", accountId).execute();
  if (stretches.length === 0) return;
  const rows = stretches.map(({ startsAt, endsAt }) => {
    const { date, time } = toWall(startsAt, round.zone);
    return {
      ...{ round_id: round.id, account_id: accountId, starts_at: startsAt, ends_at: endsAt },
      ...{ zone: round.zone, wall_date: date, wall_time: time },
    };
  });
  await db.insertInto("availability").values(rows).execute();
}
