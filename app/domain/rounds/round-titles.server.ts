import type { RoundOfRecords } from "#app/domain/search/sources.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What rounds are called, in any order: without their clocks, which would be loaded with the index of searches. */
export async function findRoundTitles(db: Db, ids: readonly string[]): Promise<RoundOfRecords[]> {
  const rows = await db
    .selectFrom("round")
    .select(["id", "titles", "starts_on"])
    .where("id", "in", ids)
    .orderBy("id")
    .execute();
  return rows.map(({ id, titles, starts_on }) => ({ id, titles: parseLabels(titles), startsOn: starts_on }));
}
