import type { Db } from "#db/store.ts";

/** Ids of the records of a table behind one, in order: what a source of the search gives from there on. */
export async function idsAfter(
  db: Db,
  table: "contribution" | "reference" | "agenda_item" | "decision" | "action_point",
  id: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.selectFrom(table).select("id").where("id", ">", id).orderBy("id").limit(limit).execute();
  return rows.map((row) => row.id);
}
