import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { endOf, instantText } from "#app/domain/sessions/session-time.server.ts";
import { toInstant } from "#app/domain/time/wall-time.server.ts";
import type { Day, Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Where a draft has a pairing, on the clock of the round. */
export interface Placement {
  pairingId: string;
  day: Day;
  time: string;
  pinned: boolean;
}

/** A pairing of a draft with its time; null where the draft has none for it. */
export interface Placed {
  pairing: PairingFacts;
  place: (Placement & { startsAt: Instant; endsAt: Instant }) | null;
}

/** The placements of drafts, by draft. */
export async function findPlacements(db: Db, draftIds: readonly string[]): Promise<Map<string, Placement[]>> {
  const placements = new Map<string, Placement[]>(draftIds.map((id) => [id, []]));
  if (draftIds.length === 0) return placements;
  const rows = await db
    .selectFrom("plan_placement")
    .selectAll()
    .where("draft_id", "in", draftIds)
    .orderBy("draft_id")
    .orderBy("wall_date")
    .orderBy("wall_time")
    .orderBy("pairing_id")
    .execute();
  for (const row of rows) {
    const placement = { pairingId: row.pairing_id, day: row.wall_date, time: row.wall_time, pinned: row.pinned === 1 };
    placements.get(row.draft_id)?.push(placement);
  }
  return placements;
}

/** Writes the placements of a draft in place of those it had. */
export async function writePlacements(db: Db, draftId: string, placements: readonly Placement[]): Promise<void> {
  await db.deleteFrom("plan_placement").where("draft_id", "=", draftId).execute();
  const rows = placements.map(({ pairingId, day, time, pinned }) => ({
    ...{ draft_id: draftId, pairing_id: pairingId, wall_date: day, wall_time: time },
    pinned: pinned ? (1 as const) : (0 as const),
  }));
  if (rows.length > 0) await db.insertInto("plan_placement").values(rows).execute();
}

/** Pairings with their times of a draft. A time that clocks show twice is the first, one that they skip is none. */
export function place(pairings: readonly PairingFacts[], placements: readonly Placement[], zone: string): Placed[] {
  const byPairing = new Map(placements.map((placement) => [placement.pairingId, placement]));
  return pairings.map((pairing) => {
    const placement = byPairing.get(pairing.id);
    const start = placement && toInstant({ date: placement.day, time: placement.time }, zone, "earlier");
    if (!placement || !start?.ok) return { pairing, place: null };
    const startsAt = instantText(start.instant);
    return { pairing, place: { ...placement, startsAt, endsAt: endOf(startsAt, pairing.minutes) } };
  });
}

/** Pairings at the times of their scheduled sessions: the timetable that people know. */
export function asScheduled(pairings: readonly PairingFacts[]): Placement[] {
  return pairings.flatMap(({ id, session }) =>
    session ? [{ pairingId: id, day: session.wallDate, time: session.wallTime, pinned: false }] : [],
  );
}
