import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { MAX_SLOTS } from "#app/domain/planning/plan-limits.ts";
import {
  daysOf,
  findPlanSettings,
  type PlanSettings,
  settingsValues,
} from "#app/domain/planning/plan-settings.server.ts";
import { slotsOf } from "#app/domain/planning/slots.server.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface SaveSettings extends PlanSettings {
  roundId: string;
}

/**
 * Says on which days and at which hours a round is planned, in which slots, and how many sessions may be at a time.
 * Drafts keep their times.
 * @throws NotFound, Forbidden, Refused, Conflict
 */
export async function saveSettings(
  store: Store,
  actor: Actor,
  input: SaveSettings,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const round = await findRoundFacts(db, actor, input.roundId);
    authorise(actor, "round.plan", { groupId: round.groupId });
    const before = await findPlanSettings(db, round);
    if (before.revision !== input.revision) throw new Conflict(settingsValues(before, round), round.id);
    checkSettings(input, round);
    await writeSettings(db, round, input, now);
    const { slotMinutes, bufferMinutes, mostAtOnce } = input;
    const details = { days: input.days.length, slotMinutes, bufferMinutes, mostAtOnce };
    await recordEvent(db, actor, "plan.framed", { id: round.id, group_id: round.groupId }, details, now);
    return { id: round.id };
  });
}

function checkSettings(settings: PlanSettings, round: RoundFacts): void {
  const ofRound = daysOf(round);
  const refuse = (field: string, key: "sessions.outsideRound" | "plan.noSlot") =>
    new Refused([{ field, message: { key } }]);
  if (settings.days.some(({ day }) => !ofRound.includes(day))) throw refuse("days", "sessions.outsideRound");
  const { slots } = slotsOf(settings, round.zone);
  const empty = settings.days.find(({ day }) => slots.every((slot) => slot.day !== day));
  if (empty) throw refuse(`to.${empty.day}`, "plan.noSlot");
  if (slots.length <= MAX_SLOTS) return;
  const message = { key: "plan.tooManySlots", params: { count: slots.length, most: MAX_SLOTS } } as const;
  throw new Refused([{ field: "slotMinutes", message }]);
}

async function writeSettings(db: Db, round: RoundFacts, settings: PlanSettings, now: Date): Promise<void> {
  const values = {
    slot_minutes: settings.slotMinutes,
    buffer_minutes: settings.bufferMinutes,
    most_at_once: settings.mostAtOnce,
    most_apart: settings.mostApart,
    pause_from: settings.pause?.from ?? null,
    pause_to: settings.pause?.to ?? null,
    revision: settings.revision + 1,
    updated_at: now.toISOString(),
  };
  await db
    .insertInto("round_plan")
    .values({ round_id: round.id, ...values })
    .onConflict((conflict) => conflict.column("round_id").doUpdateSet(values))
    .execute();
  await db.deleteFrom("round_plan_day").where("round_id", "=", round.id).execute();
  const days = settings.days.map(({ day, from, to }) => ({ round_id: round.id, day, day_from: from, day_to: to }));
  await db.insertInto("round_plan_day").values(days).execute();
}
