import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import type { Db } from "#db/store.ts";

/** Whether some records wait to be indexed by the analyser of this version, as just after an upgrade. */
export async function indexIsBehind(db: Db): Promise<boolean> {
  const state = await db.selectFrom("search_state").select("analyser").executeTakeFirst();
  return state?.analyser !== ANALYSER_VERSION;
}
