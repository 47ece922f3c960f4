import { sql } from "kysely";
import type { Db } from "#db/connect.server.ts";

/** Ids of references that are called by one of these numbers, squeezed to letters and digits. */
export async function referencesNamed(db: Db, keys: readonly string[]): Promise<string[]> {
  const safe = [...new Set(keys)].filter((key) => /^[a-z0-9]+$/.test(key));
  // FTS5 refuses an empty expression; this one matches nothing.
  const names = safe.length === 0 ? ['""'] : safe.map((key) => `"${key}"`);
  const { rows } = await sql<{ record_id: string }>`
    select record_id from search_document where record_type = 'reference'
    and id in (select rowid from search_index where search_index match ${`identifiers : (${names.join(" OR ")})`})
    order by record_id`.execute(db);
  return rows.map((row) => row.record_id);
}
