import { reindexAll } from "#app/domain/search/index-record.server.ts";
import { type Store, writeTransaction } from "#db/connect.server.ts";

/**
 * Number of the analyser. To be raised with every change of what `indexText` gives: texts that are indexed in one way
 * and asked for in another are not found.
 */
export const analyserVersion = 2;

/**
 * Makes the search index again where another analyser made it, as after an upgrade. To be called before an installation
 * answers. @returns whether it was made again
 */
export async function renewIndex(store: Store): Promise<boolean> {
  const state = await store.reader.selectFrom("search_state").select("analyser").executeTakeFirst();
  if (state?.analyser === analyserVersion) return false;
  await writeTransaction(store, async (db) => {
    await reindexAll(db);
    await db.updateTable("search_state").set({ analyser: analyserVersion }).execute();
  });
  return true;
}
