import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { insertDraft } from "#app/domain/planning/change-drafts.server.ts";
import {
  type CopiedPairing,
  findRoundCopy,
  type RoundCopy,
  type RoundCopyWish,
} from "#app/domain/planning/find-round-copy.server.ts";
import { writePeople } from "#app/domain/planning/write-pairing.server.ts";
import { planRoundIn } from "#app/domain/rounds/plan-round.server.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import type { Labels } from "#app/i18n/labels.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface CopyRound extends RoundCopyWish {
  /** In at least one language. */
  titles: Labels;
  /** What the draft of its timetable is called. */
  draftName: string;
}

/**
 * Copies a round to other days, at the same times of day: who meets whom, agendas, and a draft with the times. Nobody
 * is told; sessions come of it when the draft is released.
 * @returns the new round, and its draft where times came along
 * @throws NotFound, Forbidden, Refused
 */
export async function copyRound(
  store: Store,
  actor: Actor,
  { titles, draftName, ...wish }: CopyRound,
  now: Date = new Date(),
): Promise<{ id: string; draftId: string | null }> {
  return writeTransaction(store, async (db) => {
    const copy = await findRoundCopy(db, actor, wish);
    const { groupId, venue, format, city, zone } = copy.round;
    const { startsOn, endsOn } = copy;
    const fields = { groupId, titles, venue, format, city, zone, startsOn, endsOn };
    const { id } = await planRoundIn(db, actor, fields, now);
    await copySettings(db, copy, id, now);
    const placements = [];
    for (const copied of copy.pairings) {
      const pairingId = await copyPairing(db, copied, id, now);
      const { place } = copied;
      if (place?.startsAt) placements.push({ pairingId, day: place.day, time: place.time, pinned: false });
    }
    const draft = { round: { id, groupId }, name: draftName, proven: false, byHand: true, placements };
    const draftId = placements.length > 0 ? await insertDraft(db, actor, draft, now) : null;
    const details = { from: copy.round.id, pairings: copy.pairings.length, placed: placements.length };
    await recordEvent(db, actor, "round.copied", { id, group_id: groupId }, details, now);
    return { id, draftId };
  });
}

/** The frame of the days, where somebody has said one. */
async function copySettings(db: Db, { round, days }: RoundCopy, id: string, now: Date): Promise<void> {
  const frame = await db.selectFrom("round_plan").selectAll().where("round_id", "=", round.id).executeTakeFirst();
  if (!frame) return;
  const hours = await db.selectFrom("round_plan_day").selectAll().where("round_id", "=", round.id).execute();
  await db
    .insertInto("round_plan")
    .values({ ...frame, round_id: id, revision: 1, updated_at: now.toISOString() })
    .execute();
  const moved = hours.map((row) => ({ ...row, round_id: id, day: shiftDays(row.day, days) }));
  if (moved.length > 0) await db.insertInto("round_plan_day").values(moved).execute();
}

async function copyPairing(
  db: Db,
  { pairing, people, allDelegates }: CopiedPairing,
  roundId: string,
  now: Date,
): Promise<string> {
  const id = newId();
  const { minutes, language, templateId, attribution, session, agendaOf } = pairing;
  await db
    .insertInto("pairing")
    .values({
      ...{ id, round_id: roundId, beneficiary_id: pairing.beneficiary?.id ?? null, created_at: now.toISOString() },
      ...{ minutes, language, attribution, template_id: templateId, agenda_of: session?.id ?? agendaOf },
      all_delegates: allDelegates ? 1 : 0,
    })
    .execute();
  await writePeople(db, id, new Map(people.map(({ accountId, part }) => [accountId, part])));
  return id;
}
