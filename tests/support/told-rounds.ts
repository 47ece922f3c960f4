import { type Store, writeTransaction } from "#db/store.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import type { World } from "#tests/support/world.ts";

/** Makes a world the programme that the communiqués are about, with rounds of these slugs. */
export async function tellOfRounds(store: Store, w: World, slugs: readonly string[]): Promise<void> {
  await writeTransaction(store, async (db) => {
    await db.updateTable("programme").set({ slug: "demonstration" }).execute();
    for (const slug of slugs) await aRound(db, { group_id: w.groupId, created_by: w.people.organiser, slug });
  });
}
