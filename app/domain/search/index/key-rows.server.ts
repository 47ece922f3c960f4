import { sql } from "kysely";
import type { Db } from "#db/store.ts";

/** A key of a word of the index, as stored. */
export interface KeyRow {
  key: string;
  role: number;
  word: number;
}

/** All keys in their order, some thousand at a time; what is written meanwhile may be among them. */
export async function* keyRows(db: Db): AsyncGenerator<KeyRow[]> {
  let last: KeyRow = { key: "", role: -1, word: -1 };
  for (;;) {
    const { rows } = await sql<KeyRow>`
      select key, role, word from search_key where (key, role, word) > (${last.key}, ${last.role}, ${last.word})
      order by key, role, word limit 5000`.execute(db);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end;
  }
}
