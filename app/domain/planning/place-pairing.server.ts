import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, NotFound, Refused } from "#app/domain/errors.ts";
import { slotKey } from "#app/domain/planning/availability-input.ts";
import { touchDraft } from "#app/domain/planning/change-drafts.server.ts";
import type { placementIntents } from "#app/domain/planning/draft-input.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface PlacePairing {
  roundId: string;
  draftId: string;
  pairingId: string;
  intent: (typeof placementIntents)[number];
  /** Key of the slot in which it is to begin. */
  slot: string | null;
  /** Revision of the draft that was looked at. */
  revision: number;
}

/**
 * Moves a pairing of a draft to a slot, pins it where it is, lets it go, or takes it out. That somebody cannot then
 * does not forbid it: it is a draft, and says so.
 * @throws NotFound, Forbidden, Refused, Conflict
 */
export async function placePairing(
  store: Store,
  actor: Actor,
  { pairingId, intent, slot, revision, ...which }: PlacePairing,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const page = await findDraft(db, actor, which, now);
    const { draft, grid } = page;
    const placed = draft.placed.find(({ pairing }) => pairing.id === pairingId);
    if (!placed) throw new NotFound("pairing");
    if (draft.revision !== revision) throw new Conflict({ revision: String(draft.revision) }, draft.id);
    const of = { draft_id: draft.id, pairing_id: pairingId };
    if (intent === "out") await removePlacement(db, of);
    else if (intent === "pin" || intent === "unpin") {
      if (!placed.place) throw new Refused([{ field: "slot", message: { key: "plan.chooseSlot" } }]);
      await pin(db, of, intent === "pin");
    } else {
      const found = grid.slots.find((one) => slotKey(one) === slot);
      if (!found) throw new Refused([{ field: "slot", message: { key: "plan.chooseSlot" } }]);
      const pinned = intent === "move-and-pin" || placed.place?.pinned === true;
      const values = { wall_date: found.day, wall_time: found.time, pinned: pinned ? (1 as const) : (0 as const) };
      await db
        .insertInto("plan_placement")
        .values({ ...of, ...values })
        .onConflict((conflict) => conflict.columns(["draft_id", "pairing_id"]).doUpdateSet(values))
        .execute();
    }
    await touchDraft(db, actor, page, now);
    return { id: draft.id };
  });
}

interface Of {
  draft_id: string;
  pairing_id: string;
}

async function removePlacement(db: Db, { draft_id, pairing_id }: Of): Promise<void> {
  await db.deleteFrom("plan_placement").where("draft_id", "=", draft_id).where("pairing_id", "=", pairing_id).execute();
}

async function pin(db: Db, { draft_id, pairing_id }: Of, pinned: boolean): Promise<void> {
  await db
    .updateTable("plan_placement")
    .set({ pinned: pinned ? 1 : 0 })
    .where("draft_id", "=", draft_id)
    .where("pairing_id", "=", pairing_id)
    .execute();
}
