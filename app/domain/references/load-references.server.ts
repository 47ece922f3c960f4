import { referenceSource } from "#app/domain/references/reference-source.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import shipped from "#content/references/references.json";
import type { Db } from "#db/store.ts";

/** Ids of shipped references that are not there yet. */
export async function missingReferences(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("reference").select("id").execute();
  const known = new Set(rows.map((row) => row.id));
  return shipped.map((reference) => reference.id).filter((id) => !known.has(id));
}

/** Adds and indexes the shipped references that are not there yet; those that are, edited or not, are left alone. */
export async function loadReferences(db: Db): Promise<number> {
  const missing = new Set(await missingReferences(db));
  for (const reference of shipped.filter(({ id }) => missing.has(id))) {
    await db
      .insertInto("reference")
      .values({
        id: reference.id,
        identifier: reference.identifier,
        title: reference.title,
        date: reference.date,
        summary: reference.summary,
        url: reference.url,
        class: reference.class,
        note: reference.note,
        superseded: reference.superseded ?? "",
        verified: reference.verified ? 1 : 0,
        origin: "seed",
      })
      .execute();
  }
  await indexRecords(db, referenceSource, [...missing]);
  return missing.size;
}

/** Whether a contribution cites a shipped reference. */
export async function usedReferences(db: Db): Promise<boolean> {
  const cited = await db
    .selectFrom("contribution_reference")
    .select("reference_id")
    .where("reference_id", "in", shippedIds)
    .limit(1)
    .executeTakeFirst();
  return cited !== undefined;
}

/** Takes the shipped references out, and out of the index. */
export async function removeReferences(db: Db): Promise<void> {
  await db.deleteFrom("reference").where("id", "in", shippedIds).execute();
  await indexRecords(db, referenceSource, shippedIds);
}

const shippedIds = shipped.map((reference) => reference.id);
export const shippedReferenceCount = shipped.length;
const places = new Map(shipped.map((reference, at) => [reference.id, at]));

/** Where a reference stands among those that ship; after all of them if it does not. */
export function shippedPlace(id: string): number {
  return places.get(id) ?? places.size;
}
