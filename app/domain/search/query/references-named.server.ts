import { sql } from "kysely";
import { roles } from "#app/domain/search/index/word-roles.ts";
import type { Db } from "#db/store.ts";

/** Ids of references that are called by one of these numbers, squeezed to letters and digits. */
export async function referencesNamed(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ word: number }>`
    select word from search_key where role = ${roles.own}
    and key in (select value from json_each(${JSON.stringify(keys)}))`.execute(db);
  if (rows.length === 0) return [];
  const tokens = rows.map(({ word }) => `"${word.toString(36)}"`).join(" OR ");
  const found = await sql<{ record_id: string }>`
    select record_id from search_document where record_type = 'reference'
    and id in (select rowid from search_index where search_index match ${tokens})
    order by record_id`.execute(db);
  return found.rows.map((row) => row.record_id);
}
